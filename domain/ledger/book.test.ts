import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, isBalanced, worthOf } from './balance.ts';
import { mayBook, mayReverse, postingsOf } from './book.ts';
import { addsUp, Booking, paymentsOf, reversedPostings } from './entry.ts';
import type { LedgerEntry } from './entry.ts';

const laser = '00000000-0000-7000-8000-000000000001';
const facial = '00000000-0000-7000-8000-000000000002';

type Asked = { [K in Booking['kind']]: Omit<Extract<Booking, { kind: K }>, 'memo'> }[Booking['kind']];

/** Books one after the other, each a day later; what may not be booked is left out. */
function booked(...bookings: Asked[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const booking of bookings.map((asked): Booking => ({ memo: '', ...asked }))) {
    const postings = entries.flatMap((entry) => entry.postings);
    if (!mayBook(booking, postings).allowed) continue;
    entries.push({
      id: `e${entries.length + 1}`,
      customerId: 'zhang',
      on: `2026-03-${String(entries.length + 1).padStart(2, '0')}`,
      kind: booking.kind,
      reverses: null,
      postings: postingsOf(booking, balanceOf(postings)),
    });
  }
  return entries;
}

function balance(entries: LedgerEntry[]): ReturnType<typeof balanceOf> {
  return balanceOf(entries.flatMap(({ postings }) => postings));
}

describe('a customer’s own account', () => {
  it.each<{ name: string; bookings: Asked[]; owed: number; deposit: number; prepaid: number; paid: number }>([
    { name: 'nothing yet', bookings: [], owed: 0, deposit: 0, prepaid: 0, paid: 0 },
    {
      name: 'treated, not paid',
      bookings: [{ kind: 'charge', fen: 30_000 }],
      owed: 30_000,
      deposit: 0,
      prepaid: 0,
      paid: 0,
    },
    {
      name: 'paid in part',
      bookings: [
        { kind: 'charge', fen: 30_000 },
        { kind: 'payment', fen: 10_001 },
      ],
      owed: 19_999,
      deposit: 0,
      prepaid: 0,
      paid: 10_001,
    },
    {
      name: 'a deposit, used for a treatment',
      bookings: [
        { kind: 'deposit', fen: 50_000 },
        { kind: 'charge', fen: 30_000 },
        { kind: 'deposit-used', fen: 30_000 },
      ],
      owed: 0,
      deposit: 20_000,
      prepaid: 0,
      paid: 50_000,
    },
    {
      name: 'a deposit, and the rest of it given back',
      bookings: [
        { kind: 'deposit', fen: 50_000 },
        { kind: 'deposit-refund', fen: 20_000 },
      ],
      owed: 0,
      deposit: 30_000,
      prepaid: 0,
      paid: 30_000,
    },
    {
      name: 'a refund in cash',
      bookings: [
        { kind: 'charge', fen: 30_000 },
        { kind: 'payment', fen: 30_000 },
        { kind: 'refund', fen: 12_000, against: 'cash' },
      ],
      owed: 0,
      deposit: 0,
      prepaid: 0,
      paid: 18_000,
    },
    {
      name: 'taken off what is owed',
      bookings: [
        { kind: 'charge', fen: 30_000 },
        { kind: 'refund', fen: 12_000, against: 'owed' },
      ],
      owed: 18_000,
      deposit: 0,
      prepaid: 0,
      paid: 0,
    },
    {
      name: 'a course of three, one of them done',
      bookings: [
        { kind: 'course-sold', fen: 10_000, courseId: laser, sessions: 3 },
        { kind: 'payment', fen: 10_000 },
        { kind: 'session-used', courseId: laser, sessions: 1 },
      ],
      owed: 0,
      deposit: 0,
      prepaid: 6_667,
      paid: 10_000,
    },
    {
      name: 'a course of three, the two not used given back',
      bookings: [
        { kind: 'course-sold', fen: 10_000, courseId: laser, sessions: 3 },
        { kind: 'payment', fen: 10_000 },
        { kind: 'session-used', courseId: laser, sessions: 1 },
        { kind: 'course-refund', courseId: laser, sessions: 2, against: 'cash' },
      ],
      owed: 0,
      deposit: 0,
      prepaid: 0,
      paid: 3_333,
    },
  ])('$name', ({ bookings, owed, deposit, prepaid, paid }) => {
    const entries = booked(...bookings);
    expect(entries).toHaveLength(bookings.length);
    expect(balance(entries)).toMatchObject({
      owedFen: owed,
      depositFen: deposit,
      prepaidFen: prepaid,
      paidFen: paid,
    });
  });

  it('knows the sessions left of each course', () => {
    const entries = booked(
      { kind: 'course-sold', fen: 10_000, courseId: laser, sessions: 3 },
      { kind: 'course-sold', fen: 80_000, courseId: facial, sessions: 10 },
      { kind: 'session-used', courseId: laser, sessions: 1 },
      { kind: 'session-used', courseId: facial, sessions: 2 },
    );
    expect(balance(entries).courses).toEqual([
      { courseId: laser, sessionsLeft: 2, fenLeft: 6_667 },
      { courseId: facial, sessionsLeft: 8, fenLeft: 64_000 },
    ]);
  });

  it('gives the last session what the division left over', () => {
    expect(worthOf({ courseId: laser, sessionsLeft: 3, fenLeft: 10_000 }, 1)).toBe(3_333);
    expect(worthOf({ courseId: laser, sessionsLeft: 2, fenLeft: 6_667 }, 1)).toBe(3_333);
    expect(worthOf({ courseId: laser, sessionsLeft: 1, fenLeft: 3_334 }, 1)).toBe(3_334);
  });

  it('tells the grade what was paid, by day', () => {
    const entries = booked(
      { kind: 'charge', fen: 30_000 },
      { kind: 'payment', fen: 30_000 },
      { kind: 'refund', fen: 12_000, against: 'cash' },
    );
    expect(paymentsOf(entries)).toEqual([
      { on: '2026-03-02', fen: 30_000 },
      { on: '2026-03-03', fen: -12_000 },
    ]);
  });
});

describe('what cannot be booked', () => {
  const treated = booked(
    { kind: 'charge', fen: 30_000 },
    { kind: 'payment', fen: 20_000 },
    { kind: 'deposit', fen: 5_000 },
  );
  const course = booked({ kind: 'course-sold', fen: 10_000, courseId: laser, sessions: 1 });

  it.each<{ name: string; on: LedgerEntry[]; booking: Asked; reason: string | null }>([
    { name: 'a fen less than owed', on: treated, booking: { kind: 'payment', fen: 9_999 }, reason: null },
    { name: 'all that is owed', on: treated, booking: { kind: 'payment', fen: 10_000 }, reason: null },
    {
      name: 'a fen more than owed',
      on: treated,
      booking: { kind: 'payment', fen: 10_001 },
      reason: 'more-than-owed',
    },
    { name: 'the whole deposit', on: treated, booking: { kind: 'deposit-used', fen: 5_000 }, reason: null },
    {
      name: 'a fen more than the deposit',
      on: treated,
      booking: { kind: 'deposit-used', fen: 5_001 },
      reason: 'more-than-deposit',
    },
    {
      name: 'back more than was earned',
      on: treated,
      booking: { kind: 'refund', fen: 30_001, against: 'cash' },
      reason: 'more-than-earned',
    },
    {
      name: 'back more than was paid',
      on: treated,
      booking: { kind: 'refund', fen: 25_001, against: 'cash' },
      reason: 'more-than-paid',
    },
    {
      name: 'the last session',
      on: course,
      booking: { kind: 'session-used', courseId: laser, sessions: 1 },
      reason: null,
    },
    {
      name: 'one session too many',
      on: course,
      booking: { kind: 'session-used', courseId: laser, sessions: 2 },
      reason: 'no-sessions-left',
    },
    {
      name: 'a session of no course',
      on: course,
      booking: { kind: 'session-used', courseId: facial, sessions: 1 },
      reason: 'no-sessions-left',
    },
    {
      name: 'a course twice',
      on: course,
      booking: { kind: 'course-sold', fen: 1, courseId: laser, sessions: 1 },
      reason: 'course-sold-already',
    },
  ])('$name: $reason', ({ on, booking, reason }) => {
    const postings = on.flatMap((entry) => entry.postings);
    expect(mayBook({ memo: '', ...booking }, postings)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    );
  });

  it.each([0, -1, 0.5, 1e15])('%d fen is no amount', (fen) => {
    expect(Booking.safeParse({ kind: 'charge', fen }).success).toBe(false);
  });
});

describe('an entry that was wrong', () => {
  const entries = booked(
    { kind: 'deposit', fen: 5_000 },
    { kind: 'charge', fen: 3_000 },
    { kind: 'deposit-used', fen: 3_000 },
  );
  const [deposit, charge, used] = entries;

  it('is taken back by one of its own, and once', () => {
    const reversal: LedgerEntry = {
      ...used!,
      id: 'r',
      kind: 'reversal',
      reverses: used!.id,
      postings: reversedPostings(used!),
    };
    expect(mayReverse(used!, entries)).toEqual({ allowed: true });
    expect(balance([...entries, reversal])).toEqual(balance([deposit!, charge!]));
    expect(mayReverse(used!, [...entries, reversal])).toEqual({ allowed: false, reason: 'reversed-already' });
    expect(mayReverse(reversal, [...entries, reversal])).toEqual({
      allowed: false,
      reason: 'reverses-another',
    });
  });

  it('stays while something stands on it', () => {
    expect(mayReverse(deposit!, entries)).toEqual({ allowed: false, reason: 'more-than-deposit' });
  });
});

const fen = fc.integer({ min: 1, max: 1_000_000 });
const sessions = fc.integer({ min: 1, max: 7 });
const courseId = fc.constantFrom(laser, facial);
const against = fc.constantFrom('cash' as const, 'owed' as const);
const anyBooking: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'charge' as const,
      'payment' as const,
      'deposit' as const,
      'deposit-used' as const,
      'deposit-refund' as const,
    ),
    fen,
  }),
  fc.record({ kind: fc.constant('refund' as const), fen, against }),
  fc.record({ kind: fc.constant('course-sold' as const), fen, courseId, sessions }),
  fc.record({ kind: fc.constant('session-used' as const), courseId, sessions }),
  fc.record({ kind: fc.constant('course-refund' as const), courseId, sessions, against }),
);

describe('whatever is booked', () => {
  it('every entry adds up, and so does the account, without a sum below zero', () => {
    fc.assert(
      fc.property(fc.array(anyBooking, { maxLength: 40 }), (bookings) => {
        const entries = booked(...bookings);
        for (const { postings } of entries) expect(addsUp(postings)).toBe(true);
        const { courses, ...sums } = balance(entries);
        expect(isBalanced({ courses, ...sums })).toBe(true);
        for (const sum of Object.values(sums)) expect(sum).toBeGreaterThanOrEqual(0);
        for (const { sessionsLeft, fenLeft } of courses) {
          expect(sessionsLeft).toBeGreaterThanOrEqual(0);
          // No session left, no fen left.
          if (sessionsLeft === 0) expect(fenLeft).toBe(0);
        }
        const paid = paymentsOf(entries).reduce((sum, payment) => sum + payment.fen, 0);
        expect(paid).toBe(sums.paidFen);
      }),
    );
  });

  it('an entry and its reversal are nothing', () => {
    fc.assert(
      fc.property(fc.array(anyBooking, { minLength: 1, maxLength: 20 }), (bookings) => {
        const entries = booked(...bookings);
        for (const entry of entries) {
          const { courses, ...sums } = balanceOf([...entry.postings, ...reversedPostings(entry)]);
          expect(Object.values(sums).every((sum) => sum === 0)).toBe(true);
          expect(courses.every((each) => each.sessionsLeft === 0 && each.fenLeft === 0)).toBe(true);
        }
      }),
    );
  });

  it('stands the same in whatever order the entries are read', () => {
    fc.assert(
      fc.property(fc.array(anyBooking, { maxLength: 20 }), (bookings) => {
        const entries = booked(...bookings);
        expect(balance([...entries].reverse())).toEqual(balance(entries));
      }),
    );
  });
});
