import { sql } from 'kysely';
import { endReasons, endingFacts } from '#domain/followups/ending.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
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

/** A customer's plans that go back to these events. */
export async function selectPlansOfEvents(
  ctx: TransactionContext,
  customerId: string,
  event: TriggerEvent,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('plans')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('event', '=', event)
    .where(sql<boolean>`event_key = any(${[...keys]}::text[])`)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Followups of these plans that nobody has tried: still open, or ended by a fact and by nobody. Whoever was sent a form
 * was tried; the requests are the forms' own table, which hangs on the followup.
 */
export async function deleteUntouchedFollowups(
  ctx: TransactionContext,
  planIds: readonly string[],
): Promise<void> {
  const untouched = await ctx.db
    .selectFrom('followups')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .where(sql<boolean>`(state = 'open' or end_reason = any(${[...endReasons]}::text[]))`)
    .execute();
  const ids = untouched.map((followup) => followup.id);
  const tried = await ctx.db
    .selectFrom('attempts')
    .select('followup_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`followup_id = any(${ids}::uuid[])`)
    .execute();
  const asked = await ctx.db
    .selectFrom('form_requests')
    .select('followup_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`followup_id = any(${ids}::uuid[])`)
    .execute();
  const touched = new Set([...tried, ...asked].map(({ id }) => id));
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

/** Opens again what the batch ended in its own transaction, before its visits and appointments go. */
export async function reopenEndedByBatch(ctx: TransactionContext, batchId: string): Promise<void> {
  await sql`
    update followups f set state = 'open', ended_at = null, end_reason = null, version = f.version + 1
    from (
      select v.customer_id, v.created_at from visits v
      where v.org_id = ${ctx.orgId} and v.import_batch_id = ${batchId}
      union
      select a.customer_id, a.created_at from appointments a
      where a.org_id = ${ctx.orgId} and a.import_batch_id = ${batchId}) b
    where f.org_id = ${ctx.orgId} and f.customer_id = b.customer_id and f.ended_at = b.created_at
      and f.end_reason = any(${endingFacts.map((fact) => `fact:${fact}`)}::text[])`.execute(ctx.db);
}
