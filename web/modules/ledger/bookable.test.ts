import { expect, it } from 'vitest';
import type { CustomerLedger } from '#domain/ledger/contract.ts';
import { bookableKinds } from './bookable.ts';

const balance: CustomerLedger['balance'] = {
  chargedFen: 0,
  paidFen: 0,
  owedFen: 0,
  depositFen: 0,
  prepaidFen: 0,
  sessionsLeft: 0,
  chargedLastYearFen: 0,
};
const course = { id: 'c', name: '洁牙', sessionsTotal: 3, sessionsLeft: 1, fenLeft: 100 };

it.each([
  { name: 'an empty account', of: {}, courses: [], kinds: ['charge', 'deposit', 'course-sold'] },
  {
    name: 'one who owes',
    of: { chargedFen: 100, owedFen: 100 },
    courses: [],
    kinds: ['payment', 'charge', 'deposit', 'course-sold', 'refund'],
  },
  {
    name: 'one who owes and has a deposit',
    of: { chargedFen: 100, owedFen: 100, depositFen: 1 },
    courses: [],
    kinds: ['payment', 'charge', 'deposit-used', 'deposit', 'course-sold', 'refund', 'deposit-refund'],
  },
  {
    name: 'one with a course',
    of: { chargedFen: 100 },
    courses: [course],
    kinds: ['charge', 'session-used', 'deposit', 'course-sold', 'refund', 'course-refund'],
  },
])('$name may book $kinds', ({ of, courses, kinds }) => {
  const ledger = { items: [], total: 0, balance: { ...balance, ...of }, courses };
  expect(bookableKinds(ledger)).toEqual(kinds);
});
