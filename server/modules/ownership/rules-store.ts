import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** How far the night's look at a clinic came; held, so that two processes take turns. Null where another holds it. */
export async function lockRun(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<{ afterId: string | null; finishedAt: Instant | null } | null> {
  await ctx.db
    .insertInto('release_runs')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await ctx.db
    .selectFrom('release_runs')
    .select(['after_id as afterId', 'finished_at as finishedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '=', day)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateRun(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
  run: { afterId: string | null; finishedAt: Instant | null },
): Promise<void> {
  await ctx.db
    .updateTable('release_runs')
    .set({ after_id: run.afterId, finished_at: run.finishedAt })
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '=', day)
    .execute();
}

/** The last day on which all of a clinic's customers were looked at. */
export async function selectLastRunDay(
  ctx: TransactionContext,
  clinicId: string,
): Promise<CalendarDate | null> {
  const row = await ctx.db
    .selectFrom('release_runs')
    .select('day')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('finished_at', 'is not', null)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}

// Clinics are the staff module's: read here to know each one's zone, as planning does.
export async function selectZones(ctx: TransactionContext): Promise<Map<string, TimeZone>> {
  const rows = await ctx.db
    .selectFrom('clinics')
    .select(['id', 'timezone'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, row.timezone]));
}
