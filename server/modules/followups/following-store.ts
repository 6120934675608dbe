import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** Read as `moveFollowupsWithOwners` writes: what the former owner holds, and what nobody holds of that role. */
export async function countFollowing(
  ctx: TransactionContext,
  moves: readonly { customerId: string; kind: string; fromId: string | null; toId: string | null }[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from followups f
    join json_to_recordset(${JSON.stringify(moves)}::json)
      as m("customerId" uuid, kind text, "fromId" uuid, "toId" uuid) on m."customerId" = f.customer_id
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.assignee_id is distinct from m."toId"
      and (f.assignee_id = m."fromId" or (f.assignee_id is null and f.role = m.kind))`.execute(ctx.db);
  return rows[0]!.count;
}
