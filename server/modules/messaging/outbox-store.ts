import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { asMessage, messageColumns } from './store.ts';
import type { MessageRow } from './store.ts';

export type DueMessage = MessageRow & {
  variables: Record<string, string>;
  isUrgent: boolean;
  accountId: string | null;
  /** Since when a provider may have it. */
  maybeTakenAt: Instant | null;
  /** A bare phone a code goes to. */
  sealedTo: string | null;
};

/** What is due, care before offers, held so that no other worker takes it. */
export async function lockDue(
  ctx: TransactionContext,
  limit: number,
  { withMarketing }: { withMarketing: boolean },
): Promise<DueMessage[]> {
  const rows = await ctx.db
    .selectFrom('messages as m')
    .select(messageColumns)
    .select([
      'm.variables',
      'm.is_urgent as isUrgent',
      'm.account_id as accountId',
      'm.maybe_taken_at as maybeTakenAt',
      'm.sealed_to as sealedTo',
    ])
    .where('m.org_id', '=', ctx.orgId)
    .where('m.state', '=', 'queued')
    .where('m.due_at', '<=', ctx.now)
    .where('m.quarantined_at', 'is', null)
    .$if(!withMarketing, (query) => query.where('m.kind', '<>', 'marketing'))
    .orderBy('m.priority')
    .orderBy('m.due_at')
    .orderBy('m.id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ ...asMessage(row), variables: row.variables as Record<string, string> }));
}

export interface Intent {
  messageId: string;
  attemptId: string;
  accountId: string;
  number: number;
  fence: number;
  channel: string;
  addressHash: string | null;
  toGuardian: boolean;
  leasedUntil: Instant;
}

/** Written down before any provider is called (G2): message and attempt together. */
export async function insertIntents(ctx: TransactionContext, intents: readonly Intent[]): Promise<void> {
  const given = JSON.stringify(intents);
  await sql`
    update messages m set state = 'sending', reason = null, tries = i.number, fence = i.fence,
      leased_until = i."leasedUntil", account_id = i."accountId", address_hash = i."addressHash",
      to_guardian = i."toGuardian", sent_at = coalesce(m.sent_at, ${ctx.now}::timestamptz)
    from json_to_recordset(${given}::json) as i("messageId" uuid, "accountId" uuid, number integer, fence integer,
      "leasedUntil" timestamptz, "addressHash" text, "toGuardian" boolean)
    where m.org_id = ${ctx.orgId} and m.id = i."messageId"`.execute(ctx.db);
  await sql`
    insert into message_attempts (org_id, id, message_id, number, fence, account_id, channel, started_at)
    select ${ctx.orgId}::uuid, i."attemptId", i."messageId", i.number, i.fence, i."accountId", i.channel, ${ctx.realNow}::timestamptz
    from json_to_recordset(${given}::json) as i("attemptId" uuid, "messageId" uuid, number integer, fence integer,
      "accountId" uuid, channel text)`.execute(ctx.db);
}

/** What does not go now: kept back, put before a person, or later. */
export async function saveHeldBack(
  ctx: TransactionContext,
  held: readonly { id: string; state: MessageState; reason: string; dueAt: Instant | null }[],
): Promise<void> {
  await sql`
    update messages m set state = h.state, reason = h.reason, due_at = coalesce(h."dueAt", m.due_at),
      channel = case when h.state = 'by_hand' then 'by_hand' else m.channel end,
      settled_at = case when h.state in ('stopped', 'failed') then ${ctx.now}::timestamptz end,
      unknown_since = case when h.state = 'unknown' then m.maybe_taken_at end,
      ask_at = case when h.state = 'unknown' then ${ctx.realNow}::timestamptz end
    from json_to_recordset(${JSON.stringify(held)}::json) as h(id uuid, state text, reason text, "dueAt" timestamptz)
    where m.org_id = ${ctx.orgId} and m.id = h.id`.execute(ctx.db);
}

export interface LockedAttempt {
  id: string;
  messageId: string;
  fence: number;
  outcome: AttemptOutcome | null;
  firstAt: Instant;
  message: {
    kind: MessageKind | 'staff_notice';
    state: MessageState;
    fence: number;
    tries: number;
    accountId: string;
  };
}

/** An attempt with its message, both held until the transaction ends. */
export async function lockAttempt(
  ctx: TransactionContext,
  attemptId: string,
): Promise<LockedAttempt | undefined> {
  const { rows } = await sql<
    Omit<LockedAttempt, 'message'> & LockedAttempt['message'] & { messageFence: number }
  >`
    select a.id, a.message_id as "messageId", a.fence, a.outcome,
      (select min(f.started_at) from message_attempts f
        where f.org_id = ${ctx.orgId} and f.message_id = a.message_id) as "firstAt",
      m.kind, m.state, m.fence as "messageFence", m.tries, a.account_id as "accountId"
    from message_attempts a
      join messages m on m.org_id = ${ctx.orgId} and m.id = a.message_id
    where a.org_id = ${ctx.orgId} and a.id = ${attemptId}
    for update of m, a`.execute(ctx.db);
  const row = rows[0];
  if (!row) return undefined;
  const { id, messageId, fence, outcome, firstAt, kind, state, messageFence, tries, accountId } = row;
  return {
    id,
    messageId,
    fence,
    outcome,
    firstAt,
    message: { kind, state, fence: messageFence, tries, accountId },
  };
}

export async function endAttempt(
  ctx: TransactionContext,
  id: string,
  end: { outcome: AttemptOutcome; code: string | null; providerId: string | null; units: number | null },
): Promise<void> {
  await ctx.db
    .updateTable('message_attempts')
    .set({
      ended_at: ctx.realNow,
      outcome: end.outcome,
      code: end.code,
      provider_id: end.providerId,
      units: end.units,
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What became of a message: by an answer, a receipt, or nobody coming back. */
export async function saveOutcome(
  ctx: TransactionContext,
  id: string,
  next: {
    state: MessageState;
    reason: string | null;
    dueAt?: Instant | null;
    providerId?: string | null;
    maybeTakenAt?: Instant | null;
  },
): Promise<void> {
  const { state, reason, dueAt, providerId } = next;
  const isOver = ['delivered', 'failed', 'stopped', 'dropped'].includes(state);
  await ctx.db
    .updateTable('messages')
    .set({
      state,
      reason,
      leased_until: null,
      ...(dueAt ? { due_at: dueAt } : {}),
      ...(providerId ? { provider_id: providerId } : {}),
      ...(state === 'by_hand' ? { channel: 'by_hand' } : {}),
      settled_at: isOver ? ctx.now : null,
      ask_at: state === 'unknown' ? ctx.realNow : null,
      unknown_since: state === 'unknown' ? ctx.realNow : null,
      ...(next.maybeTakenAt ? { maybe_taken_at: next.maybeTakenAt } : {}),
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Messages whose worker has not come back: the attempt that nobody ended. */
export async function selectLost(ctx: TransactionContext, limit: number) {
  const { rows } = await sql<{ attemptId: string; accountKind: AccountKind }>`
    select a.id as "attemptId", c.kind as "accountKind" from messages m
      join message_attempts a on a.org_id = ${ctx.orgId} and a.message_id = m.id and a.fence = m.fence
      join channel_accounts c on c.org_id = ${ctx.orgId} and c.id = a.account_id
    where m.org_id = ${ctx.orgId} and m.state = 'sending' and m.leased_until < ${ctx.realNow}::timestamptz
    order by m.leased_until, m.id limit ${limit}`.execute(ctx.db);
  return rows;
}

export interface Doubt {
  id: string;
  attemptId: string;
  kind: MessageKind;
  accountId: string;
  providerId: string | null;
  unknownSince: Instant;
  customerId: string | null;
  toGuardian: boolean;
  startedAt: Instant;
}

/** Messages nobody knows of whose provider can be asked again now. */
export async function lockDoubts(ctx: TransactionContext, limit: number): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    select m.id, a.id as "attemptId", m.kind, a.account_id as "accountId", a.provider_id as "providerId",
      m.unknown_since as "unknownSince", m.customer_id as "customerId", m.to_guardian as "toGuardian",
      a.started_at as "startedAt"
    from messages m
      join message_attempts a on a.org_id = ${ctx.orgId} and a.message_id = m.id and a.fence = m.fence
    where m.org_id = ${ctx.orgId} and m.state = 'unknown' and m.ask_at <= ${ctx.realNow}::timestamptz
    order by m.ask_at, m.id limit ${limit} for update of m skip locked`.execute(ctx.db);
  return rows;
}

export async function saveDoubt(
  ctx: TransactionContext,
  id: string,
  next: { askAt: Instant | null; reason: string | null },
): Promise<void> {
  await sql`
    update messages m set ask_at = ${next.askAt}::timestamptz, reason = coalesce(${next.reason}, m.reason)
    where m.org_id = ${ctx.orgId} and m.id = ${id} and m.state = 'unknown'`.execute(ctx.db);
}

/** When these people and numbers were written to, the newest first; what was kept back is not counted. */
export async function selectSent(
  ctx: TransactionContext,
  customerIds: readonly string[],
  hashes: readonly string[],
  since: Instant,
): Promise<{ customerId: string; addressHash: string | null; kind: MessageKind; at: Instant }[]> {
  const { rows } = await sql<{
    customerId: string;
    addressHash: string | null;
    kind: MessageKind;
    at: Instant;
  }>`
    select m.customer_id as "customerId", m.address_hash as "addressHash", m.kind, m.sent_at as at from messages m
    where m.org_id = ${ctx.orgId} and m.sent_at >= ${since}::timestamptz
      and m.state in ('sending', 'accepted', 'delivered', 'unknown', 'sent_by_hand')
      and (m.customer_id = any(${[...customerIds]}::uuid[]) or m.address_hash = any(${[...hashes]}::text[]))
    order by m.sent_at desc`.execute(ctx.db);
  return rows;
}

/** How many calls each account made since then, and what they cost in all. */
export async function countCalls(
  ctx: TransactionContext,
  lastMinute: Instant,
  today: Instant,
): Promise<Map<string, { lastMinute: number; units: number }>> {
  const { rows } = await sql<{ id: string; lastMinute: number; units: number }>`
    select a.account_id as id, count(*) filter (where a.started_at > ${lastMinute}::timestamptz) as "lastMinute",
      coalesce(sum(coalesce(a.units, 1)) filter (where a.outcome in ('accepted', 'unknown') or a.outcome is null), 0)::bigint as units
    from message_attempts a
    where a.org_id = ${ctx.orgId} and a.started_at >= least(${today}::timestamptz, ${lastMinute}::timestamptz)
    group by a.account_id`.execute(ctx.db);
  return new Map(rows.map(({ id, lastMinute, units }) => [id, { lastMinute, units }]));
}

/** What was wished for a customer and is not gone yet is not sent any more. Gives how many. */
export async function stopQueued(
  ctx: TransactionContext,
  customerId: string,
  kinds: readonly MessageKind[],
  reason: string,
): Promise<number> {
  const done = await ctx.db
    .updateTable('messages')
    .set({ state: 'stopped', reason, settled_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('kind', 'in', [...kinds])
    .where('state', 'in', ['queued', 'by_hand'])
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
