import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Answers } from '#domain/checkout/answers.ts';
import { corrected, countFigures, figureKeys, sumFigures } from './figures.ts';
import type { AppointmentFact, DayFacts, FigureKey, VisitFact } from './figures.ts';

const day = '2026-03-12';
const nine = '2026-03-12T01:00:00.000Z';
const appointment: AppointmentFact = {
  ...{ day, state: 'booked', isConfirmed: false, startsAt: nine, arrivedAt: null },
};
const visit: VisitFact = {
  ...{ day, kind: 'return', isBooked: true, isClosed: true, hasSource: true, hasClass: true },
  ...{ arrivedAt: nine, treatedAt: null, answers: null, isOfferBought: false },
};
const answers: Answers = {
  ...{ paid: 'settled', next: 'booked', offer: 'offered', followup: 'agreed', rating: 'asked' },
  account: 'added',
};
const nothing: DayFacts = { appointments: [], visits: [], contacts: [], cashFen: 0 };
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
