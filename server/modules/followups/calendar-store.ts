import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

export async function selectCalendars(
  ctx: TransactionContext,
): Promise<Map<string, { calendar: ClinicCalendar; version: number }>> {
  const rows = await ctx.db
    .selectFrom('clinic_calendars')
    .select(['clinic_id', 'calendar', 'version'])
    .where('org_id', '=', ctx.orgId)
    .modifyEnd(often)
    .execute();
  return new Map(
    rows.map((row) => [row.clinic_id, { calendar: row.calendar as ClinicCalendar, version: row.version }]),
  );
}

/** Null lets the clinic work every day again. */
export async function writeCalendar(
  ctx: TransactionContext,
  clinicId: string,
  calendar: ClinicCalendar | null,
  version: number,
): Promise<void> {
  await ctx.db
    .deleteFrom('clinic_calendars')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .execute();
  if (calendar === null) return;
  await ctx.db
    .insertInto('clinic_calendars')
    .values({
      org_id: ctx.orgId,
      clinic_id: clinicId,
      calendar: JSON.stringify(calendar),
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      version,
    })
    .execute();
}
