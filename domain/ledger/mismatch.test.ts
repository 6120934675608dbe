import { describe, expect, it } from 'vitest';
import { mismatchesOf, type DayOfBooks } from './mismatch.ts';

const day = '2026-03-12';
const nothing: DayOfBooks = {
  day,
  keepsBooks: true,
  visits: [],
  entries: [],
  visitors: [],
  kept: [],
  deposits: [],
};
const visit = { id: 'v', customerId: 'zhang', on: day, treatments: 1 };
const charge = { id: 'e', customerId: 'zhang', on: day, kind: 'charge' as const, visitId: null };
const deposit = { entryId: 'd', customerId: 'zhang', on: '2026-02-10', lastVisitOn: null };

describe('the check of a day', () => {
  it.each<{ name: string; books: Partial<DayOfBooks>; finds: string[] }>([
    { name: 'nothing happened', books: {}, finds: [] },
    {
      name: 'a visit and its charge',
      books: { visits: [visit], entries: [charge], visitors: ['zhang'] },
      finds: [],
    },
    {
      name: 'a visit nobody charged',
      books: { visits: [visit], visitors: ['zhang'] },
      finds: ['visit-without-charge'],
    },
    {
      name: 'a visit nobody charged, where nobody books anything',
      books: { visits: [visit], visitors: ['zhang'], keepsBooks: false },
      finds: [],
    },
    {
      name: 'a payment is no charge',
      books: { visits: [visit], entries: [{ ...charge, kind: 'payment' }], visitors: ['zhang'] },
      finds: ['visit-without-charge'],
    },
    {
      name: 'a session of a course is',
      books: { visits: [visit], entries: [{ ...charge, kind: 'session-used' }], visitors: ['zhang'] },
      finds: [],
    },
    {
      name: 'a course sold is',
      books: { visits: [visit], entries: [{ ...charge, kind: 'course-sold' }], visitors: ['zhang'] },
      finds: [],
    },
    {
      name: 'a visit of yesterday closed today, charged yesterday',
      books: {
        visits: [{ ...visit, on: '2026-03-11' }],
        entries: [{ ...charge, on: '2026-03-11' }],
      },
      finds: [],
    },
    {
      name: 'charged for another visit',
      books: { visits: [visit], entries: [{ ...charge, visitId: 'another' }], visitors: ['zhang'] },
      finds: ['visit-without-charge'],
    },
    { name: 'a charge without a visit', books: { entries: [charge] }, finds: ['charge-without-visit'] },
    {
      name: 'a charge of a visit of another day, by its name',
      books: { entries: [{ ...charge, visitId: 'v' }] },
      finds: [],
    },
    {
      name: 'a charge, and a chart without a treatment',
      books: { visits: [{ ...visit, treatments: 0 }], entries: [charge], visitors: ['zhang'] },
      finds: ['charge-without-treatment'],
    },
    {
      name: 'an appointment kept by nobody',
      books: { kept: [{ id: 'a', customerId: 'zhang' }] },
      finds: ['kept-without-visit'],
    },
    {
      name: 'an appointment kept',
      books: { kept: [{ id: 'a', customerId: 'zhang' }], visitors: ['zhang'] },
      finds: [],
    },
    {
      name: 'a deposit of 29 days',
      books: { deposits: [{ ...deposit, on: '2026-02-11' }] },
      finds: [],
    },
    { name: 'a deposit of 30 days', books: { deposits: [deposit] }, finds: ['deposit-untreated'] },
    {
      name: 'a deposit paid at a consultation, and nothing since',
      books: { deposits: [{ ...deposit, lastVisitOn: '2026-02-10' }] },
      finds: ['deposit-untreated'],
    },
    {
      name: 'a deposit whose customer came the day after',
      books: { deposits: [{ ...deposit, lastVisitOn: '2026-02-11' }] },
      finds: [],
    },
  ])('$name: $finds', ({ books, finds }) => {
    expect(mismatchesOf({ ...nothing, ...books }).map(({ kind }) => kind)).toEqual(finds);
  });
});
