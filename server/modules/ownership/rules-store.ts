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

/**
 * Each clinic's zone, and the last day of its own that was looked at to the end. Clinics are the staff module's: read
 * here as planning does.
 */
export async function selectLastNights(
  ctx: TransactionContext,
): Promise<{ clinicId: string; zone: TimeZone; last: CalendarDate | null }[]> {
  const rows = await ctx.db
    .selectFrom('clinics as k')
    .select((eb) => [
      'k.id as clinicId',
      'k.timezone as zone',
      eb
        .selectFrom('release_runs as r')
        .select(({ fn }) => fn.max('r.day').as('day'))
        .where('r.org_id', '=', ctx.orgId)
        .whereRef('r.clinic_id', '=', 'k.id')
        .where('r.finished_at', 'is not', null)
        .as('last'),
    ])
    .where('k.org_id', '=', ctx.orgId)
    .orderBy('k.id')
    .execute();
  return rows;
}
