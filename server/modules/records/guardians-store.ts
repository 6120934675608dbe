import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectGuardians(ctx: TransactionContext, customerIds: readonly string[]) {
  const { rows } = await sql<{
    customerId: string;
    relativeId: string | null;
    relativeName: string | null;
    relativePhone: string | null;
  }>`
    select r.customer_id as "customerId", r.relative_id as "relativeId", r.relative_name as "relativeName",
      r.relative_phone as "relativePhone"
    from customer_relations r
    where r.org_id = ${ctx.orgId} and r.customer_id = any(${[...customerIds]}::uuid[]) and r.is_guardian
    order by r.created_at, r.id`.execute(ctx.db);
  return rows;
}
