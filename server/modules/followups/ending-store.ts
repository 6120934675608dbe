import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import type { ProtocolDefinition, Step } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';
import { selectPublishedVersions } from './versions-store.ts';

export interface WaitingFollowup {
  id: string;
  customerId: string;
  event: string;
  eventAt: Instant;
  visitId: string | null;
  trigger: ProtocolDefinition['trigger'];
  step: Step;
}

/** Open followups of some customers whose step some fact may end. */
export async function selectWaiting(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<WaitingFollowup[]> {
  const rows = await ctx.db
    .selectFrom('followups as f')
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .innerJoin('protocol_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'p.protocol_version_id'),
    )
    .select([
      'f.id',
      'f.customer_id as customerId',
      'f.step_key as stepKey',
      'p.event',
      'p.event_at as eventAt',
      'p.visit_id as visitId',
      'p.protocol_version_id as versionId',
    ])
    .where('f.org_id', '=', ctx.orgId)
    .where(isOneOf('f.customer_id', customerIds))
    .where('f.state', '=', 'open')
    .where(sql<boolean>`jsonb_path_exists(v.definition, '$.steps[*].until')`)
    .modifyEnd(often)
    .execute();
  const published = await selectPublishedVersions(ctx, new Set(rows.map(({ versionId }) => versionId)));
  return rows.map(({ stepKey, versionId, ...row }) => {
    const { trigger, steps } = published.get(versionId)!.definition;
    return { ...row, trigger, step: steps.find(({ key }) => key === stepKey)! };
  });
}

/** Customers whom a batch brought a visit, or an appointment to come, and who have such a followup. */
export async function selectWaitingForBatch(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const { rows } = await sql<{ customerId: string }>`
    with brought as materialized (
      select v.customer_id from visits v where v.org_id = ${ctx.orgId} and v.import_batch_id = ${batchId}
      union
      select a.customer_id from appointments a where ${isBookedBy(ctx, batchId)}
    ), waiting as materialized (
      -- Some versions, each read once and not for every followup of it.
      select v.id from protocol_versions v
      where v.org_id = ${ctx.orgId} and jsonb_path_exists(v.definition, '$.steps[*].until'))
    select distinct f.customer_id as "customerId"
    from brought b
      join followups f on f.org_id = ${ctx.orgId} and f.customer_id = b.customer_id and f.state = 'open'
      join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
      join waiting w on w.id = p.protocol_version_id
    order by 1`.execute(ctx.db);
  return rows.map(({ customerId }) => customerId);
}

/** Who of these a batch brought an appointment that is still to come. */
export async function selectBookedByBatch(
  ctx: TransactionContext,
  batchId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct a.customer_id as "customerId" from appointments a
    where ${isBookedBy(ctx, batchId)} and a.customer_id = any(${[...customerIds]}::uuid[])`.execute(ctx.db);
  return new Set(rows.map(({ customerId }) => customerId));
}

function isBookedBy(ctx: TransactionContext, batchId: string): RawBuilder<unknown> {
  return sql`a.org_id = ${ctx.orgId} and a.import_batch_id = ${batchId} and a.state = 'booked'
    and a.starts_at > ${ctx.now}`;
}

/** Ends all that a customer is owed, but what serves some purposes; gives whose each was, as `endOpenFollowups`. */
export async function endOwedTo(
  ctx: TransactionContext,
  customerId: string,
  butPurposes: readonly Step['purpose'][],
  reason: EndReason,
): Promise<string[]> {
  const ended = await ctx.db
    .updateTable('followups')
    .set((eb) => ({ state: 'ended', ended_at: ctx.now, end_reason: reason, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .where(sql<boolean>`purpose <> all(${[...butPurposes]}::text[])`)
    .returning('customer_id as customerId')
    .execute();
  return ended.map(({ customerId }) => customerId);
}

/**
 * Opens again what a fact ended, where the fact was taken back: at that moment or ever, and all of it or only what can
 * still be done in its window.
 */
export async function reopenEnded(
  ctx: TransactionContext,
  customerId: string,
  reason: EndReason,
  { endedAt, closesAfter }: { endedAt?: Instant; closesAfter?: Instant } = {},
): Promise<number> {
  const done = await ctx.db
    .updateTable('followups')
    .set((eb) => ({ state: 'open', ended_at: null, end_reason: null, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'ended')
    .where('end_reason', '=', reason)
    .$if(endedAt !== undefined, (query) => query.where('ended_at', '=', endedAt!))
    .$if(closesAfter !== undefined, (query) => query.where('closes_at', '>', closesAfter!))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
