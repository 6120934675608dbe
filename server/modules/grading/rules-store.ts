import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** How far the day's look at everybody came; held, so that two processes take turns. Null where another holds it. */
export async function lockRun(
  ctx: TransactionContext,
  day: CalendarDate,
): Promise<{ afterId: string | null; finishedAt: Instant | null } | null> {
  await ctx.db
    .insertInto('grade_runs')
    .values({ org_id: ctx.orgId, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await ctx.db
    .selectFrom('grade_runs')
    .select(['after_id as afterId', 'finished_at as finishedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('day', '=', day)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

export async function selectRunFinished(ctx: TransactionContext, day: CalendarDate): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('grade_runs')
    .select('finished_at')
    .where('org_id', '=', ctx.orgId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row !== undefined && row.finished_at !== null;
}

/** The first day on which everybody was looked at. */
export async function selectFirstRunDay(ctx: TransactionContext): Promise<CalendarDate | null> {
  const row = await ctx.db
    .selectFrom('grade_runs')
    .select('day')
    .where('org_id', '=', ctx.orgId)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}

export async function updateRun(
  ctx: TransactionContext,
  day: CalendarDate,
  run: { afterId: string | null; finishedAt: Instant | null },
): Promise<void> {
  await ctx.db
    .updateTable('grade_runs')
    .set({ after_id: run.afterId, finished_at: run.finishedAt })
    .where('org_id', '=', ctx.orgId)
    .where('day', '=', day)
    .execute();
}
