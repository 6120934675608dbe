import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectWithSessionsLeft(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select p.customer_id as "customerId" from ledger_postings p
    where p.org_id = ${ctx.orgId} and p.customer_id = any(${[...customerIds]}::uuid[]) and p.course_id is not null
    group by p.customer_id, p.course_id having sum(p.sessions) > 0`.execute(ctx.db);
  return [...new Set(rows.map(({ customerId }) => customerId))];
}
