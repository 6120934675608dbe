import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

export function selectOpenProblems(ctx: TransactionContext, customerIds: readonly string[]) {
  return ctx.db
    .selectFrom('latent_problems')
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'open')
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
}
