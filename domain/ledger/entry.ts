import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import type { CalendarDate } from '#domain/base/time.ts';

/**
 * Between these the money of one customer moves: what came in (cash), what they owe (receivable), what lies with
 * the clinic (deposit, prepaid), and what was done for it (revenue).
 */
export const accounts = ['cash', 'receivable', 'deposit', 'prepaid', 'revenue'] as const;
export type Account = (typeof accounts)[number];

/** One side of an entry, in whole fen: to the account above zero, from it below. */
export interface Posting {
  account: Account;
  fen: number;
  /** Of prepaid only: the course, and by how many its sessions left change. */
  courseId?: string;
  sessions?: number;
}

const fen = z.int().min(1).max(100_000_000_000);
const sessions = z.int().min(1).max(1_000);
/** Whether money goes back into the customer's hand, or off what they still owe. */
const against = z.enum(['cash', 'owed']);
const memo = { memo: line(200).default('') };

/** What a person books; the postings follow from it. */
export const Booking = z.discriminatedUnion('kind', [
  z.strictObject({ ...memo, kind: z.literal('charge'), fen }),
  z.strictObject({ ...memo, kind: z.literal('payment'), fen }),
  z.strictObject({ ...memo, kind: z.literal('refund'), fen, against }),
  z.strictObject({ ...memo, kind: z.literal('deposit'), fen }),
  z.strictObject({ ...memo, kind: z.literal('deposit-used'), fen }),
  z.strictObject({ ...memo, kind: z.literal('deposit-refund'), fen }),
  z.strictObject({ ...memo, kind: z.literal('course-sold'), fen, courseId: idShape, sessions }),
  z.strictObject({
    ...memo,
    kind: z.literal('session-used'),
    courseId: idShape,
    sessions: sessions.default(1),
  }),
  z.strictObject({ ...memo, kind: z.literal('course-refund'), courseId: idShape, sessions, against }),
]);
export type Booking = z.infer<typeof Booking>;

export const entryKinds = [
  'charge',
  'payment',
  'refund',
  'deposit',
  'deposit-used',
  'deposit-refund',
  'course-sold',
  'session-used',
  'course-refund',
  'reversal',
] as const;
export type EntryKind = Booking['kind'] | 'reversal';

/** What stands in the books. It is never changed; what was wrong is reversed by an entry of its own. */
export interface LedgerEntry {
  id: string;
  customerId: string;
  on: CalendarDate;
  kind: EntryKind;
  /** Of a reversal: the entry that was wrong. */
  reverses: string | null;
  postings: readonly Posting[];
}

/** What one account gives the others get, to the fen. */
export function addsUp(postings: readonly Posting[]): boolean {
  return postings.every((posting) => Number.isSafeInteger(posting.fen)) && totalOf(postings) === 0;
}

export function totalOf(postings: readonly Posting[]): number {
  return postings.reduce((sum, posting) => sum + posting.fen, 0);
}

export function reversedPostings({ postings }: LedgerEntry): Posting[] {
  return postings.map((posting) => ({
    ...posting,
    fen: -posting.fen,
    ...(posting.sessions === undefined ? {} : { sessions: -posting.sessions }),
  }));
}

/** How much an entry is about: what it moved, and of a reversal what it took back, below zero. */
export function amountOf({ kind, postings }: Pick<LedgerEntry, 'kind' | 'postings'>): number {
  const moved = totalOf(postings.filter((posting) => posting.fen > 0));
  return kind === 'reversal' ? 0 - moved : moved;
}

/** What was paid and paid back, by day, as the grade counts it. */
export function paymentsOf(entries: readonly LedgerEntry[]): { on: CalendarDate; fen: number }[] {
  return entries
    .map(({ on, postings }) => ({ on, fen: totalOf(postings.filter(({ account }) => account === 'cash')) }))
    .filter((payment) => payment.fen !== 0);
}
