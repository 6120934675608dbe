import type { z } from 'zod';
import { addDays, addMinutes, dayAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { mayEnterCode } from '#domain/papersheets/line.ts';
import type { ListPaperSheets, PaperLine, PaperSheets } from '#domain/papersheets/contract.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { findOpenDays } from '../appointments/find-open-days.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { gatherLines } from './gather-lines.ts';
import { selectDays, selectLines, selectSheets } from './store.ts';

/** A day's sheets with how each line stands; without a day the next working day's. */
export async function listSheets(
  ctx: Context,
  input: z.output<typeof ListPaperSheets>,
): Promise<PaperSheets> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, (ctx) => readSheets(ctx, input));
}

export async function readSheets(
  ctx: TransactionContext,
  { clinicId, day: asked }: { clinicId: string; day?: CalendarDate | undefined },
): Promise<PaperSheets> {
  const zone = await requireZone(ctx, clinicId);
  const today = dayAt(ctx.now, zone);
  const { closesAt, next } = await findNextDay(ctx, clinicId, today);
  const { paperMinutesBeforeClosing } = await findDeskRules(ctx, clinicId);
  const day = asked ?? next;
  // Codes are good for some days after theirs; a week back holds them all.
  const days = await selectDays(ctx, { clinicId, from: addDays(today, -7) });
  const lines = await gatherLines(ctx, await selectLines(ctx, { clinicId, day }));
  return {
    ...{ clinicId, day, today, dueAt: addMinutes(closesAt, -paperMinutesBeforeClosing) },
    days: days.filter((each) => mayEnterCode(each, zone, ctx.now).allowed),
    sheets: await selectSheets(ctx, { clinicId, day }),
    lines: lines.filter((line) => isFor(ctx, line)),
  };
}

/** No clinic closes for longer, but for good. */
const longestClosed = 14;

/** When the clinic closes on a day, and which day it works next. */
export async function findNextDay(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<{ closesAt: Instant; next: CalendarDate }> {
  const [today, ...ahead] = await findOpenDays(ctx, { clinicId, from: day, days: longestClosed + 1 });
  const next = ahead.find(({ isOpen }) => isOpen)?.day ?? addDays(day, 1);
  return { closesAt: today!.closesAt, next };
}

/** The desk's sheets are everybody's who sees the book; a call is its owner's, and the supervisor's. */
export function isFor(ctx: Context, { kind, staffId, role }: PaperLine): boolean {
  if (kind !== 'call' || mayDo(ctx.actor.permissions, 'followups.supervise')) return true;
  return staffId === null ? role === ctx.actor.role : staffId === ctx.actor.id;
}

export async function requireZone(ctx: TransactionContext, clinicId: string): Promise<TimeZone> {
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  return zone;
}
