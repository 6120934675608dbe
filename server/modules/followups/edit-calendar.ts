import type { CalendarView } from '#domain/followups/protocol-contract.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { selectCalendars, writeCalendar } from './calendar-store.ts';
import { selectZones } from './planning-store.ts';
import { holdProtocols } from './versions-store.ts';

export async function getCalendar(ctx: Context, input: { id: string }): Promise<CalendarView> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, (ctx) => calendarOf(ctx, input.id));
}

/** Says when a clinic works; what is planned from then on keeps to it. `version` 0: it had no calendar. */
export async function saveCalendar(
  ctx: Context,
  input: { id: string; calendar: ClinicCalendar | null; version: number },
): Promise<CalendarView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    await holdProtocols(ctx);
    const before = await calendarOf(ctx, input.id);
    if (before.version !== input.version) throw new Conflict('stale-version', { current: before });
    await writeCalendar(ctx, input.id, input.calendar, input.version + 1);
    const after = await calendarOf(ctx, input.id);
    const subject = { type: 'clinic', id: input.id };
    await recordAudit(ctx, { action: 'clinic.calendar-edited', subject, before, after });
    return after;
  });
}

async function calendarOf(ctx: TransactionContext, clinicId: string): Promise<CalendarView> {
  if (!(await selectZones(ctx)).has(clinicId)) throw new NotFound('clinic', clinicId);
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const own = (await selectCalendars(ctx)).get(clinicId);
  return {
    calendar: own?.calendar ?? null,
    holidaysKnownThrough: publicDays().lastYear,
    version: own?.version ?? 0,
  };
}
