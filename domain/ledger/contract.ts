import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line, note } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { Booking, entryKinds } from './entry.ts';
import { mismatchKinds } from './mismatch.ts';

const [charge, payment, refund, deposit, depositUsed, depositRefund, courseSold, sessionUsed, courseRefund] =
  Booking.options;

export const AmountFen = charge.shape.fen;
export const Sessions = courseSold.shape.sessions;
export const Memo = line(200);
export const CourseName = line(80).min(1);

/** A booking as the desk asks for it: a course that is sold has a name, and gets its id when it is booked. */
export const NewBooking = z.discriminatedUnion('kind', [
  charge,
  payment,
  refund,
  deposit,
  depositUsed,
  depositRefund,
  courseSold.omit({ courseId: true }).extend({ courseName: CourseName }),
  sessionUsed,
  courseRefund,
]);
export type NewBooking = z.infer<typeof NewBooking>;

export const BookEntry = z.strictObject({
  booking: NewBooking,
  /** The clinic's today where nobody says. */
  bookedOn: calendarDateShape.nullable().default(null),
  /** The customer's own where nobody says. */
  clinicId: idShape.nullable().default(null),
  visitId: idShape.nullable().default(null),
  /** Of a charge and of a course: paid at once, so that the payment is booked with it. */
  isPaid: z.boolean().default(false),
  /** Of a charge: something to take home, which is asked about the next day. */
  isProduct: z.boolean().optional(),
});

export const LedgerLine = z.object({
  id: z.string(),
  kind: z.enum(entryKinds),
  bookedOn: z.string(),
  /** What was moved; of a reversal below zero. */
  fen: z.int(),
  /** Whether cash came in (1), went out (-1) or did not move. */
  cash: z.int(),
  courseName: z.string().nullable(),
  /** By how many the sessions left of the course changed. */
  sessions: z.int().nullable(),
  memo: z.string(),
  clinicId: z.string(),
  visitId: z.string().nullable(),
  reversesId: z.string().nullable(),
  /** Somebody took it back since. */
  isReversed: z.boolean(),
  isImported: z.boolean(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
export const BookedEntries = z.object({ items: z.array(LedgerLine) });

export const AccountBalance = z.object({
  /** Charged and sold in advance, refunds taken off. */
  chargedFen: z.int(),
  /** What came in, less what went back; deposits are part of it. */
  paidFen: z.int(),
  owedFen: z.int(),
  depositFen: z.int(),
  prepaidFen: z.int(),
  sessionsLeft: z.int(),
  chargedLastYearFen: z.int(),
});
export type AccountBalance = z.infer<typeof AccountBalance>;

export const Course = z.object({
  id: z.string(),
  name: z.string(),
  sessionsTotal: z.int(),
  sessionsLeft: z.int(),
  fenLeft: z.int(),
});
export type Course = z.infer<typeof Course>;

export const ListLedger = z.strictObject({ ...pageQuery });
export const CustomerLedger = z.object({
  ...pageOf(LedgerLine).shape,
  balance: AccountBalance,
  /** Those with sessions left. */
  courses: z.array(Course),
});
export type CustomerLedger = z.infer<typeof CustomerLedger>;

export const ReverseEntry = z.strictObject({ reason: line(200).min(1) });

export const Mismatch = z.object({
  id: z.string(),
  kind: z.enum(mismatchKinds),
  day: z.string(),
  clinicId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  customerNumber: z.string(),
  /** Of a charge or a deposit: how much. */
  fen: z.int().nullable(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
});
export type Mismatch = z.infer<typeof Mismatch>;

export const ListMismatches = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'resolved']).default('open'),
  clinicId: idShape.optional(),
});
export const MismatchPage = pageOf(Mismatch);
export const ResolveMismatch = z.strictObject({ note: note(500).min(1) });
