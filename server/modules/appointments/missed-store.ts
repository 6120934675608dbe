import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectMissedCounts(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; missed: number }[]> {
  return ctx.db
    .selectFrom('appointments')
    .select(['customer_id as customerId', sql<number>`count(*)::int`.as('missed')])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .where('state', '=', 'missed')
    .groupBy('customer_id')
    .execute();
}
