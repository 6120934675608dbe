import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** What a batch was planned for, and the birthdays of whom it brought. */
export async function selectPlansOfBatch(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plans p where p.org_id = ${ctx.orgId} and p.import_batch_id = ${batchId}
    union
    select p.id
    from customers c
    join plans p on p.org_id = ${ctx.orgId} and p.customer_id = c.id and p.event = 'birthday'
    where c.org_id = ${ctx.orgId} and c.import_batch_id = ${batchId}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

export async function selectPlansOfEvent(
  ctx: TransactionContext,
  event: string,
  key: string,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('plans')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('event', '=', event)
    .where('event_key', '=', key)
    .execute();
  return rows.map((row) => row.id);
}

/** Followups of these plans that nobody has tried or ended. */
export async function deleteUntouchedFollowups(
  ctx: TransactionContext,
  planIds: readonly string[],
): Promise<void> {
  const open = await ctx.db
    .selectFrom('followups')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .where('state', '=', 'open')
    .execute();
  const ids = open.map((followup) => followup.id);
  const tried = await ctx.db
    .selectFrom('attempts')
    .select('followup_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`followup_id = any(${ids}::uuid[])`)
    .execute();
  const touched = new Set(tried.map((attempt) => attempt.id));
  await ctx.db
    .deleteFrom('followups')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${ids.filter((id) => !touched.has(id))}::uuid[])`)
    .execute();
}

/** Plans that hold no followup any more. */
export async function deleteEmptyPlans(ctx: TransactionContext, planIds: readonly string[]): Promise<void> {
  const full = await ctx.db
    .selectFrom('followups')
    .select('plan_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .execute();
  const kept = new Set(full.map((plan) => plan.id));
  await ctx.db
    .deleteFrom('plans')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${planIds.filter((id) => !kept.has(id))}::uuid[])`)
    .execute();
}
