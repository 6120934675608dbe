import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface OwnerOf {
  customerId: string;
  ownerId: string;
}

export interface OwnersFollowups {
  /** One of theirs is still to come. */
  hasPlanned: boolean;
  /** The last one ended then, or its window did and nobody had done it. */
  lastAt: Instant | null;
}

/** Only what the owner holds: a colleague's call about a visit is not the owner's. */
export async function selectOwnersFollowups(
  ctx: TransactionContext,
  pairs: readonly OwnerOf[],
): Promise<(OwnerOf & OwnersFollowups)[]> {
  const until = sql`greatest(f.closes_at, coalesce(f.next_try_at, f.closes_at))`;
  const { rows } = await sql<OwnerOf & OwnersFollowups>`
    select f.customer_id as "customerId", f.assignee_id as "ownerId",
      bool_or(f.state = 'open' and ${until} >= ${ctx.now}) as "hasPlanned",
      max(coalesce(f.ended_at, ${until})) filter (where f.state <> 'open' or ${until} < ${ctx.now}) as "lastAt"
    from followups f
    join json_to_recordset(${JSON.stringify(pairs)}::json) as p("customerId" uuid, "ownerId" uuid)
      on p."customerId" = f.customer_id and p."ownerId" = f.assignee_id
    where f.org_id = ${ctx.orgId} and f.customer_id = any(${pairs.map((pair) => pair.customerId)}::uuid[])
    group by f.customer_id, f.assignee_id`.execute(ctx.db);
  return rows;
}

export async function selectOpenComplaints(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('followups')
    .select('customer_id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'open')
    .where('purpose', '=', 'complaint')
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return rows.map((row) => row.customer_id);
}

export async function countHeldOf(ctx: TransactionContext, pairs: readonly OwnerOf[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from followups f
    join json_to_recordset(${JSON.stringify(pairs)}::json) as p("customerId" uuid, "ownerId" uuid)
      on p."customerId" = f.customer_id and p."ownerId" = f.assignee_id
    where f.org_id = ${ctx.orgId} and f.state = 'open'`.execute(ctx.db);
  return rows[0]!.count;
}

export async function countOverdueOf(ctx: TransactionContext, staffId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('followups')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'open')
    .where('assignee_id', '=', staffId)
    .where('closes_at', '<', ctx.now)
    .executeTakeFirstOrThrow();
  return count;
}
