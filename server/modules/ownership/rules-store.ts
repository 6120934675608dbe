import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { ReleaseRules } from '#domain/ownership/release-rules.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredRules {
  version: number;
  ruleSet: ReleaseRules;
  publishedAt: Instant | null;
  publishedByName: string | null;
}

const versionsShown = 20;

/** The versions a clinic published, the one in force first. */
export async function selectRules(ctx: TransactionContext): Promise<StoredRules[]> {
  const rows = await ctx.db
    .selectFrom('release_rule_sets as r')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.published_by'),
    )
    .select(['r.version', 'r.rules', 'r.published_at as publishedAt', 's.name as publishedByName'])
    .where('r.org_id', '=', ctx.orgId)
    .orderBy('r.version', 'desc')
    .limit(versionsShown)
    .execute();
  return rows.map(({ rules, ...rest }) => ({ ...rest, ruleSet: ReleaseRules.parse(rules) }));
}

/** False where somebody else published that version first. */
export async function insertRules(
  ctx: TransactionContext,
  rules: { id: string; version: number; ruleSet: ReleaseRules },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('release_rule_sets')
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
