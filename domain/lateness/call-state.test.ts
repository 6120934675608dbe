import { describe, expect, it } from 'vitest';
import { callState, lateCallOwed } from './call-state.ts';

const at = (time: string): string => `2026-03-12T${time}.000Z`;
const owed = lateCallOwed(at('09:00:00'), { lateCallMinutes: 10, lateRecordMinutes: 15 });

describe('E2: the call to somebody who is late', () => {
  it.each([
    { now: '09:09:59', calledAt: null, state: 'not-yet' },
    { now: '09:10:00', calledAt: null, state: 'due' },
    { now: '09:14:59', calledAt: null, state: 'due' },
    { now: '09:15:59', calledAt: null, state: 'due' },
    { now: '09:16:00', calledAt: null, state: 'overdue' },
    { now: '10:00:00', calledAt: '09:08:00', state: 'in-time' },
    { now: '10:00:00', calledAt: '09:15:59', state: 'in-time' },
    { now: '10:00:00', calledAt: '09:16:00', state: 'too-late' },
  ])('at $now, called $calledAt: $state', ({ now, calledAt, state }) => {
    expect(callState({ ...owed, calledAt: calledAt && at(calledAt) }, at(now))).toBe(state);
  });

  it('is never owed before the desk is told', () => {
    const odd = lateCallOwed(at('09:00:00'), { lateCallMinutes: 20, lateRecordMinutes: 15 });
    expect(odd.by).toBe(odd.from);
  });
});
