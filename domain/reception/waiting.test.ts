import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { standardDeskRules as rules } from '#domain/appointments/desk-rules.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import {
  accuracyOf,
  alertsOf,
  minutesAhead,
  nextWordAt,
  offBy,
  predictWait,
  shareOfTarget,
} from './waiting.ts';
import type { Watched } from './waiting.ts';

const door = '2026-03-12T01:00:00.000Z';
const at = (minutes: number) => addMinutes(door, minutes);

function waiter(facts: Partial<Watched> = {}): Watched {
  return {
    ...{ id: 'a', stage: 'waiting', kind: 'first', doctorId: 'wang', startsAt: null, arrivedAt: door },
    ...{ waitingAt: at(1), inTreatmentAt: null, minutes: 30, lastWordAt: null, calledAt: null },
    ...facts,
  };
}

const kindsAt = (minutes: number, facts: Partial<Watched> = {}) =>
  alertsOf([waiter(facts)], at(minutes), rules).map(({ kind }) => kind);

describe('the ring', () => {
  it.each<{ kind: VisitKind; minutes: number; share: number }>([
    { kind: 'first', minutes: 0, share: 0 },
    { kind: 'first', minutes: 14, share: 14 / 15 },
    { kind: 'first', minutes: 15, share: 1 },
    { kind: 'first', minutes: 16, share: 16 / 15 },
    { kind: 'return', minutes: 19, share: 19 / 20 },
    { kind: 'return', minutes: 20, share: 1 },
    { kind: 'return', minutes: 21, share: 21 / 20 },
  ])('of a $kind visit after $minutes minutes is $share full', ({ kind, minutes, share }) => {
    expect(shareOfTarget(waiter({ kind }), at(minutes), rules)).toBeCloseTo(share, 6);
  });

  it('begins anew for who comes back from the chair, and is not there for who is in it', () => {
    const back = waiter({ inTreatmentAt: at(10), waitingAt: at(30) });
    expect(shareOfTarget(back, at(33), rules)).toBeCloseTo(3 / 15, 6);
    expect(shareOfTarget(waiter({ stage: 'in-treatment' }), at(33), rules)).toBeNull();
  });
});

describe('the alerts', () => {
  it.each([
    { minutes: 2.9, kinds: [] },
    { minutes: 3, kinds: ['alone'] },
    { minutes: 3.1, kinds: ['alone'] },
    { minutes: 14.9, kinds: ['alone'] },
    { minutes: 15, kinds: ['alone', 'over-target'] },
    { minutes: 16, kinds: ['alone', 'over-target'] },
  ])('of a first visitor nobody went to, after $minutes minutes: $kinds', ({ minutes, kinds }) => {
    expect(kindsAt(minutes)).toEqual(kinds);
  });

  it.each([
    { minutes: 13.9, kinds: [] },
    { minutes: 14, kinds: ['word-due'] },
    { minutes: 14.1, kinds: ['word-due'] },
  ])('of one who was gone to at minute 4, after $minutes minutes: $kinds', ({ minutes, kinds }) => {
    expect(kindsAt(minutes, { lastWordAt: at(4) })).toEqual(kinds);
  });

  it.each([
    { minutes: 9.9, kinds: [] },
    { minutes: 10, kinds: ['word-due'] },
    { minutes: 19.9, kinds: ['word-due'] },
    { minutes: 20, kinds: ['word-due', 'over-target'] },
    { minutes: 20.1, kinds: ['word-due', 'over-target'] },
  ])('of a return visit after $minutes minutes: $kinds', ({ minutes, kinds }) => {
    expect(kindsAt(minutes, { kind: 'return' })).toEqual(kinds);
  });

  it.each([
    { minutes: 9.9, calledAt: null, kinds: [] },
    { minutes: 10, calledAt: null, kinds: ['late-call'] },
    { minutes: 11, calledAt: null, kinds: ['late-call'] },
    { minutes: 11, calledAt: at(11), kinds: [] },
  ])('of who is $minutes minutes late, called $calledAt: $kinds', ({ minutes, calledAt, kinds }) => {
    const late = { stage: 'expected', startsAt: door, arrivedAt: null, waitingAt: null, calledAt } as const;
    expect(kindsAt(minutes, late)).toEqual(kinds);
  });

  it('stand in the order in which they must be answered, a first visit before a return', () => {
    const cards = [
      waiter({ id: 'return', kind: 'return', arrivedAt: at(-7) }),
      waiter({ id: 'late', stage: 'late', startsAt: at(-20), arrivedAt: null }),
      waiter({ id: 'alone' }),
    ];
    expect(alertsOf(cards, at(3), rules).map(({ cardId }) => cardId)).toEqual(['late', 'alone', 'return']);
  });
});

describe('the next word', () => {
  it.each([
    { lastWordAt: null, due: at(10) },
    { lastWordAt: at(4), due: at(14) },
    { lastWordAt: at(-5), due: at(10) },
  ])('after one at $lastWordAt is due at $due', ({ lastWordAt, due }) => {
    expect(nextWordAt(waiter({ lastWordAt }), rules)).toBe(due);
  });
});

describe('the predicted wait', () => {
  const inChair = waiter({ id: 'chair', stage: 'in-treatment', inTreatmentAt: at(-10), minutes: 30 });
  const before = waiter({ id: 'before', arrivedAt: at(-5), minutes: 45 });
  const behind = waiter({ id: 'behind', arrivedAt: at(5) });
  const elsewhere = waiter({ id: 'elsewhere', doctorId: 'li', arrivedAt: at(-30) });
  const all = [inChair, before, behind, elsewhere, waiter()];

  it('is what is left in the chair, and everybody before', () => {
    expect(predictWait(waiter(), all, at(0))).toBe(20 + 45);
    expect(predictWait(before, all, at(0))).toBe(20);
    expect(predictWait(elsewhere, all, at(0))).toBe(0);
  });

  it.each([
    { minutes: 19, left: 1 },
    { minutes: 20, left: 0 },
    { minutes: 25, left: 0 },
  ])('is never below nothing for the chair: $left after $minutes more minutes', ({ minutes, left }) => {
    expect(predictWait(before, all, at(minutes))).toBe(left);
  });

  it('is not known without a doctor, and of a newcomer is all who wait', () => {
    expect(predictWait(waiter({ doctorId: null }), all, at(0))).toBeNull();
    expect(minutesAhead('wang', all, at(0))).toBe(20 + 45 + 30 + 30);
  });
});

describe('how right what was said was', () => {
  it.each([
    { said: 10, actual: 15, off: 5 },
    { said: 15, actual: 15, off: 0 },
    { said: 20, actual: 15, off: -5 },
    { said: 20, actual: null, off: null },
    { said: null, actual: 15, off: null },
  ])('of $said minutes that were $actual is off by $off', ({ said, actual, off }) => {
    const word = { toldMinutes: said, predictedMinutes: said, actualMinutes: actual };
    expect(offBy(word)).toEqual({ told: off, predicted: off });
  });

  it('counts only waits that are over', () => {
    expect(
      accuracyOf([
        { toldMinutes: 10, predictedMinutes: 12, actualMinutes: 15 },
        { toldMinutes: 20, predictedMinutes: null, actualMinutes: 15 },
        { toldMinutes: 5, predictedMinutes: 5, actualMinutes: null },
        { toldMinutes: null, predictedMinutes: 4, actualMinutes: 4 },
      ]),
    ).toEqual({ told: { count: 2, meanOff: 5 }, predicted: { count: 2, meanOff: 1.5 } });
    expect(accuracyOf([])).toEqual({
      told: { count: 0, meanOff: null },
      predicted: { count: 0, meanOff: null },
    });
  });
});
