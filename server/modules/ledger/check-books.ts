import { addDays, dayAt, daysBetween, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { mismatchesOf } from '#domain/ledger/mismatch.ts';
import type { DayOfBooks } from '#domain/ledger/mismatch.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import {
  claimCheck,
  hasBookedSince,
  selectClosedVisits,
  selectHeldDeposits,
  selectKeptAppointments,
  selectLastChecks,
  selectStandingEntries,
  selectVisitors,
} from './day-store.ts';
import { insertMismatches } from './mismatch-store.ts';

/** What was not checked for longer, because nothing ran, is history. */
const mostDaysAtOnce = 31;
const booksAreKeptForDays = 30;

/**
 * Once a clinic's day is over, compares its visits, charts, bookings and books, and reports where they disagree
 * (A4). Nothing is changed by it. Run at any time and by any number of processes.
 */
export async function checkBooks(ctx: Context): Promise<void> {
  const clinics = await inTransaction(ctx, selectLastChecks);
  for (const { clinicId, zone, checkedOn } of clinics) {
    for (const day of daysToCheck(addDays(dayAt(ctx.now, zone), -1), checkedOn))
      await inTransaction(ctx, (ctx) => checkDay(ctx, clinicId, zone, day));
  }
}

function daysToCheck(yesterday: CalendarDate, checkedOn: CalendarDate | null): CalendarDate[] {
  const missed = checkedOn === null ? 1 : Math.min(daysBetween(checkedOn, yesterday), mostDaysAtOnce);
  return Array.from({ length: Math.max(0, missed) }, (_, index) => addDays(yesterday, index + 1 - missed));
}

async function checkDay(
  ctx: TransactionContext,
  clinicId: string,
  zone: TimeZone,
  day: CalendarDate,
): Promise<void> {
  if (!(await claimCheck(ctx, clinicId, day))) return;
  const found = mismatchesOf(await readDay(ctx, clinicId, zone, day));
  await insertMismatches(
    ctx,
    clinicId,
    day,
    found.map((mismatch) => {
      const of = mismatch.visitId ?? mismatch.entryId ?? mismatch.appointmentId ?? mismatch.customerId;
      return { ...mismatch, id: derivedId('ledger mismatch', ctx.orgId, mismatch.kind, of) };
    }),
  );
}

async function readDay(
  ctx: TransactionContext,
  clinicId: string,
  zone: TimeZone,
  day: CalendarDate,
): Promise<DayOfBooks> {
  const hours = { on: day, from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) };
  const visits = await selectClosedVisits(ctx, clinicId, hours);
  const first = visits.reduce((earliest, { on }) => (on < earliest ? on : earliest), day);
  const entries = await selectStandingEntries(ctx, clinicId, first, day);
  const kept = await selectKeptAppointments(ctx, clinicId, day);
  const asked = [...new Set([...entries, ...kept].map(({ customerId }) => customerId))];
  return {
    day,
    keepsBooks: await hasBookedSince(ctx, clinicId, addDays(day, -booksAreKeptForDays)),
    visits,
    entries,
    visitors: await selectVisitors(ctx, asked, day),
    kept,
    deposits: await selectHeldDeposits(ctx, clinicId, day),
  };
}
