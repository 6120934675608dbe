import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { GradeRuleSet } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredRules {
  version: number;
  ruleSet: GradeRuleSet;
  publishedAt: Instant | null;
  publishedByName: string | null;
}

/** The rules in force; null where the clinic never published any. */
export async function selectRules(ctx: TransactionContext): Promise<StoredRules | null> {
  const row = await ctx.db
    .selectFrom('grade_rule_sets as r')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.published_by'),
    )
    .select(['r.version', 'r.rules', 'r.published_at as publishedAt', 's.name as publishedByName'])
    .where('r.org_id', '=', ctx.orgId)
    .orderBy('r.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { rules, ...rest } = row;
  // What a later release added to the rules is as shipped.
  return { ...rest, ruleSet: GradeRuleSet.parse(rules) };
}

/** False where somebody else published that version first. */
export async function insertRules(
  ctx: TransactionContext,
  rules: { id: string; version: number; ruleSet: GradeRuleSet },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('grade_rule_sets')
    .values({
      org_id: ctx.orgId,
      id: rules.id,
      version: rules.version,
      rules: JSON.stringify(rules.ruleSet),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

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
