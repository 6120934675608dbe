import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

export interface OwnerMove {
  customerId: string;
  kind: string;
  fromId: string | null;
  toId: string | null;
}

/** A followup that changed hands. */
export interface Passed {
  id: string;
  fromId: string | null;
  toId: string | null;
}

/**
 * What the former owners hold of their customers, to go to the new ones or back to the role; and what nobody holds of
 * the new owners' own kind, to go to them.
 */
function following(ctx: TransactionContext, moves: readonly OwnerMove[]): RawBuilder<unknown> {
  return sql`from followups f
    join json_to_recordset(${JSON.stringify(moves)}::json)
      as m("customerId" uuid, kind text, "fromId" uuid, "toId" uuid) on m."customerId" = f.customer_id
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.assignee_id is distinct from m."toId"
      and (f.assignee_id = m."fromId" or (f.assignee_id is null and f.role = m.kind))`;
}

export async function countFollowing(ctx: TransactionContext, moves: readonly OwnerMove[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count ${following(ctx, moves)}`.execute(ctx.db);
  return rows[0]!.count;
}

export async function moveFollowupsWithOwners(
  ctx: TransactionContext,
  moves: readonly OwnerMove[],
): Promise<Passed[]> {
  const { rows } = await sql<Passed>`
    with passed as (
      select f.id, f.assignee_id as from_id, m."toId" as to_id ${following(ctx, moves)} order by f.id for update of f)
    update followups f set assignee_id = p.to_id, version = f.version + 1,
      held_because = case when p.to_id is not null
        then jsonb_build_object('code', 'owner-changed', 'insteadOfId', p.from_id) end
    from passed p
    where f.org_id = ${ctx.orgId} and f.id = p.id
    returning f.id, p.from_id as "fromId", p.to_id as "toId"`.execute(ctx.db);
  return rows;
}

/** Gives what a person held back to their role; nothing leaves the list because somebody left. */
export async function releaseFollowupsOf(ctx: TransactionContext, staffId: string): Promise<Passed[]> {
  const rows = await ctx.db
    .updateTable('followups')
    .set((eb) => ({ assignee_id: null, held_because: null, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('assignee_id', '=', staffId)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.map(({ id }) => ({ id, fromId: staffId, toId: null }));
}
