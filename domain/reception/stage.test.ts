import { describe, expect, it } from 'vitest';
import { mayMove, mayUndoArrival, nextStage, stageBefore, visitStages } from './stage.ts';
import type { VisitStage } from './stage.ts';

describe('the stages of a visit', () => {
  it.each<{ from: VisitStage; to: readonly VisitStage[] }>([
    { from: 'arrived', to: ['waiting', 'in-treatment', 'checkout', 'gone'] },
    { from: 'waiting', to: ['in-treatment', 'checkout', 'gone'] },
    { from: 'in-treatment', to: ['waiting', 'checkout', 'gone'] },
    { from: 'checkout', to: ['waiting', 'in-treatment', 'gone'] },
    { from: 'gone', to: [] },
  ])('after $from may follow: $to', ({ from, to }) => {
    expect(visitStages.filter((next) => mayMove(from, next, 'asked for it').allowed)).toEqual(
      visitStages.filter((next) => to.includes(next)),
    );
  });

  it.each<{ from: VisitStage; reason: string | null; decided: object }>([
    { from: 'waiting', reason: null, decided: { allowed: false, reason: 'reason-missing' } },
    { from: 'waiting', reason: '', decided: { allowed: false, reason: 'reason-missing' } },
    { from: 'waiting', reason: '等太久', decided: { allowed: true } },
    { from: 'checkout', reason: null, decided: { allowed: true } },
  ])('leaving from $from for the reason $reason', ({ from, reason, decided }) => {
    expect(mayMove(from, 'gone', reason)).toEqual(decided);
  });

  it.each<{ stage: VisitStage; inTreatmentAt: string | null; may: boolean }>([
    { stage: 'arrived', inTreatmentAt: null, may: true },
    { stage: 'waiting', inTreatmentAt: null, may: true },
    { stage: 'waiting', inTreatmentAt: '2026-03-10T02:00:00.000Z', may: false },
    { stage: 'in-treatment', inTreatmentAt: '2026-03-10T02:00:00.000Z', may: false },
    { stage: 'checkout', inTreatmentAt: null, may: false },
    { stage: 'gone', inTreatmentAt: null, may: false },
  ])('an arrival at $stage, in the chair $inTreatmentAt, is taken back: $may', ({ may, ...reception }) => {
    expect(mayUndoArrival(reception).allowed).toBe(may);
  });

  it('lead on one by one until somebody is gone', () => {
    expect(visitStages.map(nextStage)).toEqual(['waiting', 'in-treatment', 'checkout', 'gone', null]);
  });
});

describe('who is booked and not here', () => {
  it.each([
    { at: '2026-03-12T01:00:00.000Z', stage: 'expected' },
    { at: '2026-03-12T01:09:59.999Z', stage: 'expected' },
    { at: '2026-03-12T01:10:00.000Z', stage: 'late' },
    { at: '2026-03-12T01:11:00.000Z', stage: 'late' },
  ])('is $stage at $at, ten minutes being the figure', ({ at, stage }) => {
    expect(stageBefore({ startsAt: '2026-03-12T01:00:00.000Z' }, at, { lateCallMinutes: 10 })).toBe(stage);
  });
});
