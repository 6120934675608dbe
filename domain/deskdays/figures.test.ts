import { describe, expect, it } from 'vitest';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Answers } from '#domain/checkout/answers.ts';
import { corrected, countFigures, figureKeys, sumFigures } from './figures.ts';
import type { AppointmentFact, DayFacts, FigureKey, VisitFact } from './figures.ts';

const day = '2026-03-12';
const nine = '2026-03-12T01:00:00.000Z';
const appointment: AppointmentFact = {
  ...{ day, state: 'booked', isConfirmed: false, startsAt: nine, arrivedAt: null },
  ...{ cancelledAt: null, calledAt: null },
};
const visit: VisitFact = {
  ...{ day, kind: 'return', isBooked: true, isClosed: true, hasSource: true, hasClass: true },
  ...{ arrivedAt: nine, treatedAt: null, wordsAt: [], answers: null, isOfferBought: false },
};
const answers: Answers = {
  ...{ paid: 'settled', next: 'booked', offer: 'offered', followup: 'agreed', rating: 'asked' },
  account: 'added',
};
const nothing: DayFacts = {
  ...{ countedAt: addMinutes(nine, 600), appointments: [], cancellations: [], visits: [], contacts: [] },
  ...{ charts: [], cashFen: 0 },
};
const at = (minutes: number | null) => (minutes === null ? null : addMinutes(nine, minutes));
const waits = (kind: VisitFact['kind'], minutes: number): Partial<DayFacts> => ({
  visits: [{ ...visit, kind, treatedAt: addMinutes(nine, minutes) }],
});
const arrives = (minutes: number): Partial<DayFacts> => ({
  appointments: [{ ...appointment, state: 'kept', arrivedAt: addMinutes(nine, minutes) }],
});

describe('a figure of the day', () => {
  it.each<{ name: string; facts: Partial<DayFacts>; figure: FigureKey; count: number; of: number | null }>([
    {
      ...{ name: 'booked leaves out who cancelled', figure: 'booked', count: 2, of: null },
      facts: { appointments: [appointment, { ...appointment, state: 'cancelled' }, appointment] },
    },
    {
      ...{ name: 'confirmed is a share of who did not cancel', figure: 'confirmed', count: 1, of: 2 },
      facts: {
        appointments: [
          { ...appointment, isConfirmed: true },
          appointment,
          { ...appointment, state: 'cancelled', isConfirmed: true },
        ],
      },
    },
    {
      ...{ name: 'missed stands apart from cancelled', figure: 'missed', count: 1, of: 1 },
      facts: {
        appointments: [
          { ...appointment, state: 'missed' },
          { ...appointment, state: 'cancelled' },
        ],
      },
    },
    { name: 'nine minutes after is not late', facts: arrives(9), figure: 'late', count: 0, of: 1 },
    { name: 'ten minutes after is late', facts: arrives(10), figure: 'late', count: 1, of: 1 },
    { name: 'eleven minutes after is late', facts: arrives(11), figure: 'late', count: 1, of: 1 },
    { name: 'a first visitor in 14', facts: waits('first', 14), figure: 'waitFirst', count: 1, of: 1 },
    { name: 'a first visitor in 15', facts: waits('first', 15), figure: 'waitFirst', count: 1, of: 1 },
    { name: 'a first visitor in 16', facts: waits('first', 16), figure: 'waitFirst', count: 0, of: 1 },
    { name: 'a return visitor in 19', facts: waits('return', 19), figure: 'waitReturn', count: 1, of: 1 },
    { name: 'a return visitor in 20', facts: waits('return', 20), figure: 'waitReturn', count: 1, of: 1 },
    { name: 'a return visitor in 21', facts: waits('return', 21), figure: 'waitReturn', count: 0, of: 1 },
    { name: 'who is not treated yet', facts: { visits: [visit] }, figure: 'waitReturn', count: 0, of: 0 },
    {
      ...{ name: 'source is asked of first visits', figure: 'withSource', count: 1, of: 2 },
      facts: {
        visits: [
          { ...visit, kind: 'first' },
          { ...visit, kind: 'first', hasSource: false },
          { ...visit, hasSource: false },
        ],
      },
    },
    {
      ...{ name: 'who was let go in silence has no next', figure: 'nextBooked', count: 1, of: 2 },
      facts: { visits: [{ ...visit, answers }, visit, { ...visit, isClosed: false }] },
    },
    {
      ...{ name: 'bought is a share of who was offered', figure: 'offerBought', count: 1, of: 1 },
      facts: { visits: [{ ...visit, answers, isOfferBought: true }, visit] },
    },
    {
      ...{ name: 'who followed before is nobody to win', figure: 'accountAdded', count: 1, of: 2 },
      facts: {
        visits: (['added', 'declined', 'already'] as const).map((account) => ({
          ...visit,
          answers: { ...answers, account },
        })),
      },
    },
    {
      ...{ name: 'contacts that were classed', figure: 'contactsClassed', count: 1, of: 2 },
      facts: { contacts: [true, false].map((isClassed) => ({ day, isClassed })) },
    },
    { name: 'money', facts: { cashFen: 12_345 }, figure: 'cashFen', count: 12_345, of: null },
  ])('$name', ({ facts, figure, count, of }) => {
    expect(countFigures({ ...nothing, ...facts })[figure]).toEqual({ count, of });
  });

  it.each([
    { name: 'called before the end', calledAt: 14, count: 1, of: 1 },
    { name: 'called at the last minute', calledAt: 15, count: 1, of: 1 },
    { name: 'called a minute too late', calledAt: 16, count: 0, of: 1 },
    { name: 'never called', count: 0, of: 1 },
    { name: 'never called and it is not time yet', countedAt: 15, count: 0, of: 0 },
    { name: 'never called, a minute later', countedAt: 16, count: 0, of: 1 },
    { name: 'here at the last minute', arrivedAt: 15, count: 0, of: 0 },
    { name: 'here a minute later, uncalled', arrivedAt: 16, count: 0, of: 1 },
    { name: 'here later, called in time', arrivedAt: 30, calledAt: 12, count: 1, of: 1 },
    { name: 'cancelled at the last minute', cancelledAt: 15, count: 0, of: 0 },
    { name: 'cancelled a minute later, uncalled', cancelledAt: 16, count: 0, of: 1 },
  ])('E2: who is late and $name: $count of $of', ({ calledAt, arrivedAt, cancelledAt, countedAt, ...is }) => {
    const late: AppointmentFact = {
      ...{ ...appointment, state: cancelledAt === undefined ? 'booked' : 'cancelled' },
      ...{ calledAt: at(calledAt ?? null), arrivedAt: at(arrivedAt ?? null) },
      cancelledAt: at(cancelledAt ?? null),
    };
    const facts = { ...nothing, appointments: [late], countedAt: at(countedAt ?? 600)! };
    expect(countFigures(facts).lateCalled).toEqual({ count: is.count, of: is.of });
  });

  it.each([
    { name: 'called in 14 minutes', settledAt: 14, count: 1, of: 1 },
    { name: 'called in 15', settledAt: 15, count: 1, of: 1 },
    { name: 'called in 16', settledAt: 16, count: 0, of: 1 },
    { name: 'not called, and it is not time yet', settledAt: null, countedAt: 15, count: 0, of: 0 },
    { name: 'not called by minute 16', settledAt: null, countedAt: 16, count: 0, of: 1 },
  ])('E2: who cancelled and was $name: $count of $of', ({ settledAt, countedAt = 600, count, of }) => {
    const cancellations = [{ day, cancelledAt: nine, settledAt: at(settledAt) }];
    const facts = { ...nothing, cancellations, countedAt: at(countedAt)! };
    expect(countFigures(facts).cancelContacted).toEqual({ count, of });
  });

  it.each([
    { name: 'met after 2 minutes', words: [2], treated: 9, firstMet: 1, wordsKept: [0, 0] },
    { name: 'met after 3', words: [3], treated: 9, firstMet: 1, wordsKept: [0, 0] },
    { name: 'met after 4', words: [4], treated: 9, firstMet: 0, wordsKept: [0, 0] },
    { name: 'met by who treats, after 3', words: [], treated: 3, firstMet: 1, wordsKept: [0, 0] },
    { name: 'seen after 10, with no word', words: [], treated: 10, firstMet: 0, wordsKept: [0, 0] },
    { name: 'seen after 11, with no word', words: [], treated: 11, firstMet: 0, wordsKept: [0, 1] },
    { name: 'told after 9 and 19', words: [9, 19], treated: 29, firstMet: 0, wordsKept: [1, 1] },
    { name: 'told after 10 and 20', words: [10, 20], treated: 30, firstMet: 0, wordsKept: [1, 1] },
    { name: 'told after 10 and 21', words: [10, 21], treated: 30, firstMet: 0, wordsKept: [0, 1] },
    { name: 'told after 10, then seen after 11', words: [10], treated: 21, firstMet: 0, wordsKept: [0, 1] },
  ])('E5: a first visitor $name', ({ words, treated, firstMet, wordsKept: [count, of] }) => {
    const wordsAt = words.map((minutes) => at(minutes)!);
    const visits = [{ ...visit, kind: 'first' as const, wordsAt, treatedAt: at(treated) }];
    expect(countFigures({ ...nothing, visits })).toMatchObject({
      ...{ firstMet: { count: firstMet, of: 1 }, wordsKept: { count, of } },
    });
  });

  it('E7: charts are as many as were counted, of as many as there should be', () => {
    const charts = [{ day, part: 'morning' as const, expected: 12, counted: 11 }];
    expect(countFigures({ ...nothing, charts })).toMatchObject({
      ...{ chartsPulled: { count: 11, of: 12 }, chartsBack: { count: 0, of: 0 } },
    });
  });

  it('is judged by the clinic’s own targets', () => {
    const facts = { ...nothing, ...waits('first', 16), ...arrives(12) };
    const own = { ...standardDeskRules, waitFirstMinutes: 16, lateCallMinutes: 13 };
    expect(countFigures(facts)).toMatchObject({ waitFirst: { count: 0 }, late: { count: 1 } });
    expect(countFigures(facts, own)).toMatchObject({ waitFirst: { count: 1 }, late: { count: 0 } });
  });

  it('adds up over days, with what it is a share of', () => {
    const days = [waits('first', 15), waits('first', 16)].map((facts) =>
      countFigures({ ...nothing, ...facts }),
    );
    expect(sumFigures(days)).toMatchObject({
      waitFirst: { count: 1, of: 2 },
      visits: { count: 2, of: null },
    });
    expect(sumFigures([]).visits).toEqual({ count: 0, of: null });
  });

  it('is as the last person set it right, and the others as they were counted', () => {
    const figures = countFigures({ ...nothing, visits: [visit] });
    const right = corrected(figures, [
      { figure: 'visits', corrected: 2 },
      { figure: 'visits', corrected: 3 },
    ]);
    expect(right.visits).toEqual({ count: 3, of: null });
    expect(figureKeys.filter((key) => right[key] !== figures[key])).toEqual(['visits']);
  });
});
