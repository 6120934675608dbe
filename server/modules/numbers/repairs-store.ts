import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { ResumedFollowup } from '../followups/resume-after-number-repair.ts';

export interface RepairUnderWay {
  customerId: string;
  staffId: string | null;
  name: string | null;
  at: Instant;
}

/** Who looks for whose number. */
export async function selectUnderWay(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<RepairUnderWay[]> {
  return ctx.db
    .selectFrom('number_repairs as r')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.taken_by'))
    .select(['r.customer_id as customerId', 'r.taken_by as staffId', 's.name', 'r.taken_at as at'])
    .where('r.org_id', '=', ctx.orgId)
    .where(sql<boolean>`r.customer_id = any(${[...customerIds]}::uuid[])`)
    .where('r.repaired_at', 'is', null)
    .orderBy('r.taken_at', 'desc')
    .execute();
}

/** Whoever takes it over looks for it from then on. For who holds the customer. */
export async function replaceTaker(ctx: TransactionContext, customerId: string): Promise<void> {
  await deleteUnderWay(ctx, customerId);
  await ctx.db
    .insertInto('number_repairs')
    .values({
      ...{ org_id: ctx.orgId, id: newId(), customer_id: customerId },
      ...{ taken_by: actorOf(ctx), taken_at: ctx.now },
    })
    .execute();
}

export async function deleteUnderWay(ctx: TransactionContext, customerId: string): Promise<void> {
  await ctx.db
    .deleteFrom('number_repairs')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('repaired_at', 'is', null)
    .execute();
}

export async function insertRepaired(
  ctx: TransactionContext,
  repair: { customerId: string; before: string | null; after: string; resumed: readonly ResumedFollowup[] },
): Promise<string> {
  const { customerId, before, after, resumed } = repair;
  const underWay = (await selectUnderWay(ctx, [customerId]))[0];
  await deleteUnderWay(ctx, customerId);
  const id = newId();
  await ctx.db
    .insertInto('number_repairs')
    .values({
      org_id: ctx.orgId,
      id,
      customer_id: customerId,
      taken_by: underWay?.staffId ?? actorOf(ctx),
      taken_at: underWay?.at ?? ctx.now,
      phone_before: before,
      phone_after: after,
      repaired_at: ctx.now,
      repaired_by: actorOf(ctx),
      resumed: JSON.stringify(resumed),
    })
    .execute();
  return id;
}

/** A repair that was made, held. */
export async function lockRepaired(ctx: TransactionContext, id: string) {
  const row = await ctx.db
    .selectFrom('number_repairs')
    .select([
      'customer_id as customerId',
      'phone_before as phoneBefore',
      'phone_after as phoneAfter',
      'repaired_at as repairedAt',
      'repaired_by as repairedBy',
      'resumed',
      'undone_at as undoneAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('repaired_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, repairedAt: row.repairedAt!, resumed: (row.resumed ?? []) as ResumedFollowup[] };
}

export async function markUndone(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('number_repairs')
    .set({ undone_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

function actorOf(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}
