import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import type { ProtocolDefinition, Step } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';

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
      'v.definition',
    ])
    .where('f.org_id', '=', ctx.orgId)
    .where(isOneOf('f.customer_id', customerIds))
    .where('f.state', '=', 'open')
    .where(sql<boolean>`jsonb_path_exists(v.definition, '$.steps[*].until')`)
    .modifyEnd(often)
    .execute();
  return rows.map(({ stepKey, definition, ...row }) => {
    const protocol = definition as ProtocolDefinition;
    return { ...row, trigger: protocol.trigger, step: protocol.steps.find(({ key }) => key === stepKey)! };
  });
}

/** Ends all that a customer is owed, but what serves some purposes. Gives how many. */
export async function endOwedTo(
  ctx: TransactionContext,
  customerId: string,
  butPurposes: readonly Step['purpose'][],
  reason: EndReason,
): Promise<number> {
  const done = await ctx.db
    .updateTable('followups')
    .set((eb) => ({ state: 'ended', ended_at: ctx.now, end_reason: reason, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .where(sql<boolean>`purpose <> all(${[...butPurposes]}::text[])`)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Opens again what a fact ended, at that moment or ever, where the fact was taken back. */
export async function reopenEnded(
  ctx: TransactionContext,
  customerId: string,
  reason: EndReason,
  endedAt?: Instant,
): Promise<number> {
  const done = await ctx.db
    .updateTable('followups')
    .set((eb) => ({ state: 'open', ended_at: null, end_reason: null, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'ended')
    .where('end_reason', '=', reason)
    .$if(endedAt !== undefined, (query) => query.where('ended_at', '=', endedAt!))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
