import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { canHandOver, canTakeBack } from './hand-over.ts';
import type { Taker } from './hand-over.ts';

const li: Taker = { id: 'li', mayCall: true, clinicIds: ['riverside'] };
const held = { clinicId: 'riverside', assigneeId: 'wang', state: 'open' } as const;
const wang = { id: 'wang', maySupervise: false };
const supervisor = { id: 'zhao', maySupervise: true };

describe('handing a followup to a colleague', () => {
  it.each([
    { name: 'one’s own', followup: held, to: li, by: wang, why: null },
    { name: 'a colleague’s, by the supervisor', followup: held, to: li, by: supervisor, why: null },
    { name: 'back to the role', followup: held, to: null, by: wang, why: null },
    { name: 'a colleague’s', followup: { ...held, assigneeId: 'sun' }, to: li, by: wang, why: 'not-yours' },
    { name: 'nobody’s', followup: { ...held, assigneeId: null }, to: li, by: wang, why: 'not-yours' },
    {
      name: 'one that ended',
      followup: { ...held, state: 'done' as const },
      to: li,
      by: wang,
      why: 'already-ended',
    },
    {
      name: 'to who has it',
      followup: { ...held, assigneeId: 'li' },
      to: li,
      by: supervisor,
      why: 'already-theirs',
    },
    {
      name: 'back to the role where it is',
      followup: { ...held, assigneeId: null },
      to: null,
      by: supervisor,
      why: 'without-holder',
    },
    {
      name: 'to who calls nobody',
      followup: held,
      to: { ...li, mayCall: false },
      by: wang,
      why: 'does-not-call',
    },
    {
      name: 'to who serves another clinic',
      followup: held,
      to: { ...li, clinicIds: ['hill'] },
      by: wang,
      why: 'other-clinic',
    },
    {
      name: 'to who serves all',
      followup: held,
      to: { ...li, clinicIds: 'all' as const },
      by: wang,
      why: null,
    },
  ])('$name', ({ followup, to, by, why }) => {
    const decision = canHandOver(followup, to, by);
    expect(decision.allowed ? null : decision.reason).toBe(why);
  });

  it('is taken back within a day, and once', () => {
    const madeAt = '2026-03-12T01:00:00.000Z';
    const open = { madeAt, undoneAt: null };
    expect(canTakeBack(open, addHours(madeAt, 24))).toMatchObject({ allowed: true });
    expect(canTakeBack(open, addMinutes(addHours(madeAt, 24), 1))).toMatchObject({ reason: 'too-late' });
    expect(canTakeBack({ madeAt, undoneAt: madeAt }, madeAt)).toMatchObject({ reason: 'already-undone' });
  });
});
