import type { z } from 'zod';
import { dayAt, endOfDay } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { balanceOf } from '#domain/ledger/balance.ts';
import { mayBook, postingsOf } from '#domain/ledger/book.ts';
import type { BookedEntries, BookEntry, LedgerLine, NewBooking } from '#domain/ledger/contract.ts';
import { addsUp } from '#domain/ledger/entry.ts';
import type { Booking } from '#domain/ledger/entry.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { presentEntry } from './present.ts';
import {
  insertCourse,
  insertEntry,
  isVisitOf,
  selectCourses,
  selectEntries,
  selectTotals,
  type NewEntry,
} from './store.ts';

type Place = Pick<NewEntry, 'customerId' | 'clinicId' | 'on' | 'visitId'>;

/**
 * Books what was charged, paid, used or given back on the customer's own account. Throws Conflict with the reason
 * where the account does not allow it: `more-than-owed`, `more-than-deposit`, `no-sessions-left`, …
 */
export async function bookEntry(
  ctx: Context,
  input: z.output<typeof BookEntry> & { id: string },
): Promise<z.input<typeof BookedEntries>> {
  requirePermission(ctx, 'ledger.write');
  return inTransaction(ctx, async (ctx) => {
    // Held, so that a deposit is not spent at two desks at once.
    const customer = await holdCustomer(ctx, input.id);
    const place = await placeOf(ctx, input, customer);
    const booking = await withCourse(ctx, input.booking, place);
    const ids = [await bookOn(ctx, booking, place)];
    if (input.isPaid && (booking.kind === 'charge' || booking.kind === 'course-sold'))
      ids.push(await bookOn(ctx, { kind: 'payment', fen: booking.fen, memo: '' }, place));
    await announce(ctx, { type: 'ledger.booked', customerId: customer.id });
    if (booking.kind === 'deposit') {
      const [entryId, clinicId] = [ids[0]!, place.clinicId];
      await announce(ctx, { type: 'deposit.paid', customerId: customer.id, clinicId, entryId, at: ctx.now });
    }
    if (input.isProduct && booking.kind === 'charge') {
      const { clinicId, visitId, at } = place;
      const of = { customerId: customer.id, clinicId, visitId, entryId: ids[0]! };
      await announce(ctx, { type: 'product.sold', ...of, at });
    }
    return { items: await lines(ctx, customer.id, ids) };
  });
}

async function placeOf(
  ctx: TransactionContext,
  input: z.output<typeof BookEntry>,
  customer: { id: string; clinicId: string },
): Promise<Place & { at: Instant }> {
  const clinicId = input.clinicId ?? customer.clinicId;
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const { timezone } = await getClinic(ctx, clinicId);
  const today = dayAt(ctx.now, timezone);
  const on = input.bookedOn ?? today;
  if (on > today) throw new Invalid({ path: 'bookedOn', code: 'in-the-future' });
  if (input.visitId !== null && !(await isVisitOf(ctx, customer.id, input.visitId)))
    throw new NotFound('visit', input.visitId);
  const at = on === today ? ctx.now : endOfDay(on, timezone);
  return { customerId: customer.id, clinicId, on, at, visitId: input.visitId };
}

/** A course that is sold is entered first, under the id its postings name. */
async function withCourse(ctx: TransactionContext, booking: NewBooking, place: Place): Promise<Booking> {
  if (booking.kind !== 'course-sold') return booking;
  const { courseName: name, ...sold } = booking;
  const id = newId();
  await insertCourse(ctx, { ...place, id, name, sessionsTotal: sold.sessions });
  return { ...sold, courseId: id };
}

async function bookOn(ctx: TransactionContext, booking: Booking, place: Place): Promise<string> {
  const totals = await selectTotals(ctx, place.customerId);
  const decision = mayBook(booking, totals);
  if (!decision.allowed) throw new Conflict(decision.reason);
  const postings = postingsOf(booking, balanceOf(totals));
  if (!addsUp(postings)) throw new Error(`a ${booking.kind} that does not add up`);
  const { kind, memo } = booking;
  const entry: NewEntry = { ...place, id: newId(), kind, memo, reverses: null, postings };
  await insertEntry(ctx, entry);
  await recordAudit(ctx, {
    action: 'ledger.booked',
    subject: { type: 'customer', id: place.customerId },
    after: { [kind]: entry.id },
  });
  return entry.id;
}

async function lines(
  ctx: TransactionContext,
  customerId: string,
  ids: readonly string[],
): Promise<LedgerLine[]> {
  const courses = await selectCourses(ctx, customerId);
  const entries = await selectEntries(ctx, { ids });
  return entries.map((entry) => presentEntry(entry, courses));
}
