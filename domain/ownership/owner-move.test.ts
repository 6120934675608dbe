import { describe, expect, it } from 'vitest';
import { mayReceive, mayWriteOwner } from './owner-move.ts';

describe('who may have a customer', () => {
  const former = [{ ownerId: 'li', returnsOn: '2026-04-08' }];

  it.each([
    { name: 'the former owner the day before', staffId: 'li', today: '2026-04-07', reason: 'cooldown' },
    { name: 'the former owner on the day', staffId: 'li', today: '2026-04-08', reason: null },
    { name: 'the former owner the day after', staffId: 'li', today: '2026-04-09', reason: null },
    { name: 'a colleague', staffId: 'wu', today: '2026-04-07', reason: null },
  ])('$name: $reason', ({ staffId, today, reason }) => {
    const decision = mayReceive(staffId, former, today);
    expect(decision).toEqual(reason === null ? { allowed: true } : { allowed: false, reason });
  });

  it('is anybody where the former owner was never told to wait', () => {
    expect(mayReceive('li', [{ ownerId: 'li', returnsOn: null }], '2026-04-01').allowed).toBe(true);
  });
});

describe('who may write another owner into the record', () => {
  const never = { kind: 'consultant', ownerId: null, hadOwner: false } as const;

  it.each([
    { name: 'of somebody who never had one', place: never, isDecider: false, reason: null },
    {
      name: 'of somebody who has one',
      place: { ...never, ownerId: 'li' },
      isDecider: false,
      reason: 'has-owner',
    },
    {
      name: 'of somebody who has one, by a decider',
      place: { ...never, ownerId: 'li' },
      isDecider: true,
      reason: null,
    },
    {
      name: 'of somebody in the pool',
      place: { ...never, hadOwner: true },
      isDecider: false,
      reason: 'in-the-pool',
    },
    {
      name: 'of somebody in the pool, by a decider',
      place: { ...never, hadOwner: true },
      isDecider: true,
      reason: null,
    },
    {
      name: 'where it is the doctor',
      place: { kind: 'doctor', ownerId: 'gu', hadOwner: true } as const,
      isDecider: false,
      reason: null,
    },
  ])('$name: $reason', ({ place, isDecider, reason }) => {
    expect(mayWriteOwner(place, isDecider)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    );
  });
});
