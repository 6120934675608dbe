import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { AttemptResult, Escalation } from '#domain/followups/contract.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface EscalatedCustomer {
  customerId: string;
  clinicId: string;
  isWrong: boolean;
  isUnreachable: boolean;
  followups: number;
  closesAt: Instant;
}

/** Customers whose open followups stand because nobody can be reached, the first to break its window first. */
export async function selectEscalatedCustomers(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
): Promise<EscalatedCustomer[]> {
  const { rows } = await sql<EscalatedCustomer>`
    select f.customer_id as "customerId", min(f.clinic_id::text)::uuid as "clinicId",
      bool_or(f.escalation = 'wrong_number') as "isWrong", bool_or(f.escalation = 'unreachable') as "isUnreachable",
      count(*)::integer as followups, min(f.closes_at) as "closesAt"
    from followups f
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.escalation is not null
      ${clinicIds === null ? sql`` : sql`and f.clinic_id = any(${[...clinicIds]}::uuid[])`}
    group by f.customer_id order by min(f.closes_at), f.customer_id`.execute(ctx.db);
  return rows;
}

/** What these customers are owed by now. */
export async function selectOwedNow(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; clinicId: string; followups: number; closesAt: Instant }[]> {
  const { rows } = await sql<{ customerId: string; clinicId: string; followups: number; closesAt: Instant }>`
    select f.customer_id as "customerId", min(f.clinic_id::text)::uuid as "clinicId",
      count(*)::integer as followups, min(f.closes_at) as "closesAt"
    from followups f
    where f.org_id = ${ctx.orgId} and f.customer_id = any(${[...customerIds]}::uuid[]) and f.state = 'open'
      and f.opens_at <= ${ctx.now}
    group by f.customer_id`.execute(ctx.db);
  return rows;
}

export interface LastTry {
  customerId: string;
  at: Instant;
  channel: Channel;
  result: AttemptResult;
  byName: string | null;
}

/** The last calls of each of these customers, each once for however many followups, the newest first. */
export async function selectLastTries(
  ctx: TransactionContext,
  customerIds: readonly string[],
  each: number,
): Promise<LastTry[]> {
  const { rows } = await sql<LastTry>`
    select c.id as "customerId", t.at, t.channel, t.result, s.name as "byName"
    from unnest(${[...customerIds]}::uuid[]) c(id)
      cross join lateral (
        select distinct a.at, a.call_id, a.channel, a.result, a.staff_id from attempts a
        where a.org_id = ${ctx.orgId} and a.customer_id = c.id and a.undone_at is null
        order by a.at desc limit ${each}) t
      left join staff s on s.org_id = ${ctx.orgId} and s.id = t.staff_id
    order by c.id, t.at desc`.execute(ctx.db);
  return rows;
}

/** A followup that stood, as it was, and which version it had once it went on. */
export interface ResumedFollowup {
  id: string;
  escalation: Escalation;
  tries: number;
  version: number;
}

/** With a number that is right the followups that stood go on afresh. */
export async function resumeEscalated(
  ctx: TransactionContext,
  customerId: string,
): Promise<ResumedFollowup[]> {
  const stood = await ctx.db
    .selectFrom('followups')
    .select(['id', 'escalation', 'tries', 'version'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'open')
    .where('escalation', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (stood.length === 0) return [];
  await ctx.db
    .updateTable('followups')
    .set((eb) => ({
      escalation: null,
      tries: 0,
      next_try_at: null,
      next_channel: null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${stood.map(({ id }) => id)}::uuid[])`)
    .execute();
  return stood.map(({ version, escalation, ...rest }) => ({
    ...rest,
    escalation: escalation as Escalation,
    version: version + 1,
  }));
}

/** Those that nobody touched since stand again as they did; gives how many. */
export async function restoreEscalated(
  ctx: TransactionContext,
  resumed: readonly ResumedFollowup[],
): Promise<number> {
  const done = await sql`
    update followups f set escalation = r.escalation, tries = r.tries, version = f.version + 1
    from json_to_recordset(${JSON.stringify(resumed)}::json) as r(id uuid, escalation text, tries integer, version integer)
    where f.org_id = ${ctx.orgId} and f.id = r.id and f.version = r.version and f.state = 'open'`.execute(
    ctx.db,
  );
  return Number(done.numAffectedRows ?? 0);
}
