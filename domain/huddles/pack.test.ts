import { describe, expect, it } from 'vitest';
import { packOf, riskOf, withoutOwner } from './pack.ts';
import type { AppointmentAhead, HuddleRecord } from './pack.ts';

const nothing: HuddleRecord = { left: [], intakes: [], ahead: [], waits: [], scores: [], promises: [] };
const ahead: AppointmentAhead = {
  ...{ id: 'a', customerId: 'c', startsAt: '2026-03-13T01:00:00.000Z', visitKind: 'return' },
  ...{ confirmation: null, missedBefore: 0 },
};
const full: HuddleRecord = {
  left: [{ visitId: 'v', customerId: 'c', isSilent: false, reason: '费用有顾虑' }],
  intakes: [{ visitId: 'v', customerId: 'c', receivedByName: '李' }],
  ahead: [ahead, { ...ahead, id: 'b', confirmation: 'confirmed' }],
  waits: [{ visitId: 'w', customerId: 'c', kind: 'first', minutes: 16 }],
  scores: [{ id: 's', customerId: 'c', score: 6 }],
  promises: [{ id: 'p', customerId: 'c', breaksAt: '2026-03-13T01:00:00.000Z', what: 'case' }],
};

describe('the pack of a meeting', () => {
  it.each([
    { kind: 'evening', kinds: ['no-next', 'no-intake', 'unconfirmed', 'wait-over', 'low-score', 'promise'] },
    { kind: 'morning', kinds: ['unconfirmed', 'low-score', 'promise'] },
  ] as const)('of the $kind', ({ kind, kinds }) => {
    expect(packOf(kind, full).map((line) => line.kind)).toEqual(kinds);
    expect(packOf(kind, nothing)).toEqual([]);
  });

  it.each([
    { name: 'first, 14 minutes', visit: 'first', minutes: 14, lines: 0 },
    { name: 'first, 15 minutes', visit: 'first', minutes: 15, lines: 0 },
    { name: 'first, 16 minutes', visit: 'first', minutes: 16, lines: 1 },
    { name: 'return, 19 minutes', visit: 'return', minutes: 19, lines: 0 },
    { name: 'return, 20 minutes', visit: 'return', minutes: 20, lines: 0 },
    { name: 'return, 21 minutes', visit: 'return', minutes: 21, lines: 1 },
  ] as const)('a wait of a $name', ({ visit, minutes, lines }) => {
    const waits = [{ visitId: 'w', customerId: 'c', kind: visit, minutes }];
    expect(packOf('evening', { ...nothing, waits })).toHaveLength(lines);
  });

  it('a wait is judged by the clinic’s own targets', () => {
    const waits = [{ visitId: 'w', customerId: 'c', kind: 'first' as const, minutes: 16 }];
    const own = { waitFirstMinutes: 16, waitReturnMinutes: 20 };
    expect(packOf('evening', { ...nothing, waits }, own)).toEqual([]);
  });

  it.each([
    { score: 7, lines: 1 },
    { score: 8, lines: 0 },
    { score: 9, lines: 0 },
  ])('a score of $score', ({ score, lines }) => {
    const scores = [{ id: 's', customerId: 'c', score }];
    expect(packOf('evening', { ...nothing, scores })).toHaveLength(lines);
  });

  it('asks first about who is least likely to come', () => {
    const risky: AppointmentAhead[] = [
      ahead,
      { ...ahead, id: 'first', visitKind: 'first' },
      { ...ahead, id: 'missed', missedBefore: 2 },
      { ...ahead, id: 'unreached', confirmation: 'unreached' },
      { ...ahead, id: 'declined', confirmation: 'declined', missedBefore: 1 },
    ];
    expect(packOf('morning', { ...nothing, ahead: risky }).map(({ subjectId }) => subjectId)).toEqual([
      ...['declined', 'missed', 'first', 'unreached', 'a'],
    ]);
    expect(riskOf({ ...ahead, missedBefore: 30 })).toBe(riskOf({ ...ahead, missedBefore: 3 }));
  });

  it('is over once every line has somebody or is settled', () => {
    const open = { ownerId: null, closedAt: null };
    expect(withoutOwner([open, { ...open, ownerId: 'x' }, { ...open, closedAt: 'then' }])).toBe(1);
  });
});
