import { describe, expect, it } from 'vitest';
import { mayGoTo } from './transfer.ts';
import type { OwnedPlace, Receiver } from './transfer.ts';

const today = '2026-03-12';
const li: Receiver = { id: 'li', clinicIds: ['riverside'] };
const place: OwnedPlace = { clinicId: 'riverside', ownerId: 'wang', former: [] };
const waits = (returnsOn: string) => ({ ...place, former: [{ ownerId: 'li', returnsOn }] });

describe('a customer', () => {
  it.each([
    { name: 'goes to a colleague', place, to: li, refused: null },
    {
      name: 'whom nobody owns goes to a colleague',
      place: { ...place, ownerId: null },
      to: li,
      refused: null,
    },
    {
      name: 'stays with whom they are already',
      place: { ...place, ownerId: 'li' },
      to: li,
      refused: 'already-theirs',
    },
    {
      name: 'does not go where the record cannot be seen',
      place: { ...place, clinicId: 'hill' },
      to: li,
      refused: 'other-clinic',
    },
    {
      name: 'goes to who works in every clinic',
      place: { ...place, clinicId: 'hill' },
      to: { ...li, clinicIds: 'all' as const },
      refused: null,
    },
    {
      name: 'does not go back the day before the wait is over',
      place: waits('2026-03-13'),
      to: li,
      refused: 'cooldown',
    },
    { name: 'goes back on the day the wait is over', place: waits('2026-03-12'), to: li, refused: null },
    { name: 'goes back on the day after', place: waits('2026-03-11'), to: li, refused: null },
    { name: 'goes to the pool', place, to: null, refused: null },
    {
      name: 'of the pool stays there',
      place: { ...place, ownerId: null },
      to: null,
      refused: 'without-owner',
    },
  ])('$name', ({ place, to, refused }) => {
    const decision = mayGoTo(place, to, today);
    expect(decision.allowed ? null : decision.reason).toBe(refused);
  });
});
