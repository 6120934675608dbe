import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** How many calls each account made since then. */
export async function countCalls(ctx: TransactionContext, since: Instant): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; calls: number }>`
    select a.account_id as id, count(*) as calls from message_attempts a
    where a.org_id = ${ctx.orgId} and a.started_at > ${since}::timestamptz
    group by a.account_id`.execute(ctx.db);
  return new Map(rows.map(({ id, calls }) => [id, calls]));
}

export interface Units {
  today: number;
  month: number;
}

/** How many messages each account is billed for today and this month; what nobody knows of is counted. */
export async function countUnits(
  ctx: TransactionContext,
  since: { today: Instant; month: Instant },
  accountIds: readonly string[],
): Promise<Map<string, Units>> {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<Units & { id: string }>`
    select a.account_id as id, sum(coalesce(a.units, 1))::bigint as month,
      coalesce(sum(coalesce(a.units, 1)) filter (where a.started_at >= ${since.today}::timestamptz), 0)::bigint as today
    from message_attempts a
    where a.org_id = ${ctx.orgId} and a.started_at >= ${since.month}::timestamptz
      and a.account_id = any(${[...accountIds]}::uuid[])
      and (a.outcome in ('accepted', 'unknown') or a.outcome is null)
    group by a.account_id`.execute(ctx.db);
  return new Map(rows.map(({ id, today, month }) => [id, { today, month }]));
}

/** How many messages a brake holds now, by why. */
export async function countHeld(ctx: TransactionContext): Promise<{ cost: number; rate: number }> {
  const { rows } = await sql<{ reason: 'cost' | 'rate'; count: number }>`
    select m.reason, count(*) as count from messages m
    where m.org_id = ${ctx.orgId} and m.state = 'queued' and m.reason in ('cost', 'rate')
    group by m.reason`.execute(ctx.db);
  const of = (reason: string) => rows.find((row) => row.reason === reason)?.count ?? 0;
  return { cost: of('cost'), rate: of('rate') };
}

/** What the brake of the cost held is looked at anew, now. */
export async function wakeHeldByCost(ctx: TransactionContext): Promise<void> {
  await ctx.db
    .updateTable('messages')
    .set({ due_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('state', '=', 'queued')
    .where('reason', '=', 'cost')
    .where('due_at', '>', ctx.now)
    .execute();
}
