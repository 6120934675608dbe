import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import type { Pause } from '#domain/messaging/pause.ts';
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

/**
 * What is due, care before offers, held so that no other worker takes it. Priority by priority, so that what is due later
 * is never looked through.
 */
export async function lockDue(ctx: TransactionContext, limit: number, pause: Pause): Promise<DueMessage[]> {
  const found: DueMessage[] = [];
  for (const priority of [...new Set(Object.values(priorityOf))].sort()) {
    if (found.length === limit) break;
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
      .where('m.priority', '=', priority)
      .where('m.due_at', '<=', ctx.now)
      .where('m.quarantined_at', 'is', null)
      .$if(pause.kinds.length > 0, (query) => query.where('m.kind', 'not in', [...pause.kinds]))
      .$if(pause.channels.length > 0, (query) => query.where('m.channel', 'not in', [...pause.channels]))
      .orderBy('m.due_at')
      .orderBy('m.id')
      .limit(limit - found.length)
      .forUpdate()
      .skipLocked()
      .execute();
    found.push(
      ...rows.map((row) => ({ ...asMessage(row), variables: row.variables as Record<string, string> })),
    );
  }
  return found;
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
  /** For how many it will be billed, unless the provider says otherwise. */
  units: number;
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
    insert into message_attempts (org_id, id, message_id, number, fence, account_id, channel, started_at, units)
    select ${ctx.orgId}::uuid, i."attemptId", i."messageId", i.number, i.fence, i."accountId", i.channel, ${ctx.realNow}::timestamptz, i.units
    from json_to_recordset(${given}::json) as i("attemptId" uuid, "messageId" uuid, number integer, fence integer,
      "accountId" uuid, channel text, units integer)`.execute(ctx.db);
}

/** What does not go now: kept back, put before a person, or later. */
export async function saveHeldBack(
  ctx: TransactionContext,
  held: readonly { id: string; state: MessageState; reason: string | null; dueAt: Instant | null }[],
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
  accountId: string;
  message: {
    kind: MessageKind | 'staff_notice';
    state: MessageState;
    fence: number;
    tries: number;
    customerId: string | null;
    clinicId: string;
    templateKey: string;
    channel: string;
  };
}

/** Attempts with their messages, all held until the transaction ends; always in one order, so that two never wait for each other. */
export async function lockAttempts(
  ctx: TransactionContext,
  attemptIds: readonly string[],
): Promise<Map<string, LockedAttempt>> {
  const { rows } = await sql<
    Omit<LockedAttempt, 'message'> & LockedAttempt['message'] & { messageFence: number }
  >`
    select a.id, a.message_id as "messageId", a.fence, a.outcome,
      (select min(f.started_at) from message_attempts f
        where f.org_id = ${ctx.orgId} and f.message_id = a.message_id) as "firstAt",
      a.account_id as "accountId", a.channel, m.kind, m.state, m.fence as "messageFence", m.tries,
      m.customer_id as "customerId", m.clinic_id as "clinicId", m.template_key as "templateKey"
    from message_attempts a
      join messages m on m.org_id = ${ctx.orgId} and m.id = a.message_id
    where a.org_id = ${ctx.orgId} and a.id = any(${[...attemptIds]}::uuid[])
    order by m.id, a.id for update of m, a`.execute(ctx.db);
  // Of two attempts of one message, what is found out by the one the other sees.
  const messages = new Map<string, LockedAttempt['message']>();
  return new Map(
    rows.map(({ id, messageId, fence, outcome, firstAt, accountId, messageFence, ...found }) => {
      const message = messages.get(messageId) ?? { ...found, fence: messageFence };
      messages.set(messageId, message);
      return [id, { id, messageId, fence, outcome, firstAt, accountId, message }];
    }),
  );
}

export interface AttemptEnd {
  id: string;
  outcome: AttemptOutcome;
  code: string | null;
  providerId: string | null;
  /** Null: as was reckoned before. */
  units: number | null;
}

/** What calls came to; of one told twice the last word counts. */
export async function endAttempts(ctx: TransactionContext, ends: readonly AttemptEnd[]): Promise<void> {
  const last = [...new Map(ends.map((end) => [end.id, end])).values()];
  if (last.length === 0) return;
  await sql`
    update message_attempts a set ended_at = ${ctx.realNow}::timestamptz, outcome = e.outcome, code = e.code,
      provider_id = e."providerId", units = coalesce(e.units, a.units)
    from json_to_recordset(${JSON.stringify(last)}::json) as e(id uuid, outcome text, code text, "providerId" text,
      units integer)
    where a.org_id = ${ctx.orgId} and a.id = e.id`.execute(ctx.db);
}

export interface Outcome {
  id: string;
  state: MessageState;
  reason: string | null;
  dueAt?: Instant | null;
  providerId?: string | null;
  maybeTakenAt?: Instant | null;
}

/** What became of messages: by an answer, a receipt, or nobody coming back; of one told twice the last word counts. */
export async function saveOutcomes(ctx: TransactionContext, outcomes: readonly Outcome[]): Promise<void> {
  const last = [...new Map(outcomes.map((one) => [one.id, one])).values()];
  if (last.length === 0) return;
  await sql`
    update messages m set state = o.state, reason = o.reason, leased_until = null,
      due_at = coalesce(o."dueAt", m.due_at), provider_id = coalesce(o."providerId", m.provider_id),
      channel = case when o.state = 'by_hand' then 'by_hand' else m.channel end,
      settled_at = case when o.state in ('delivered', 'failed', 'stopped', 'dropped') then ${ctx.now}::timestamptz end,
      ask_at = case when o.state = 'unknown' then ${ctx.realNow}::timestamptz end,
      unknown_since = case when o.state = 'unknown' then ${ctx.realNow}::timestamptz end,
      maybe_taken_at = coalesce(o."maybeTakenAt", m.maybe_taken_at)
    from json_to_recordset(${JSON.stringify(last)}::json) as o(id uuid, state text, reason text, "dueAt" timestamptz,
      "providerId" text, "maybeTakenAt" timestamptz)
    where m.org_id = ${ctx.orgId} and m.id = o.id`.execute(ctx.db);
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

/** Nobody will know: an offer is let go, unless something came to light meanwhile. */
export async function dropDoubts(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await sql`
    update messages m set state = 'dropped', reason = 'unknown', settled_at = ${ctx.now}::timestamptz, ask_at = null,
      unknown_since = null
    where m.org_id = ${ctx.orgId} and m.id = any(${[...ids]}::uuid[]) and m.state = 'unknown'`.execute(
    ctx.db,
  );
}

/** When each is asked about next, and who has it meanwhile. */
export async function saveDoubts(
  ctx: TransactionContext,
  doubts: readonly { id: string; askAt: Instant | null; reason: string | null }[],
): Promise<void> {
  if (doubts.length === 0) return;
  await sql`
    update messages m set ask_at = d."askAt", reason = coalesce(d.reason, m.reason)
    from json_to_recordset(${JSON.stringify(doubts)}::json) as d(id uuid, "askAt" timestamptz, reason text)
    where m.org_id = ${ctx.orgId} and m.id = d.id and m.state = 'unknown'`.execute(ctx.db);
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

/** Messages with a link in them that are over, or were taken by a provider so long ago that it says no more of them. */
export async function lockWithLink(
  ctx: TransactionContext,
  which: { states: readonly MessageState[]; acceptedBefore: Instant; limit: number },
): Promise<{ id: string; text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    select m.id, m.text from messages m
    where m.org_id = ${ctx.orgId} and m.variables ? 'link'
      and (m.state = any(${[...which.states]}::text[])
        or m.state = 'accepted' and m.sent_at < ${which.acceptedBefore}::timestamptz)
    order by m.id limit ${which.limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** The text as it may be kept; what its link was filled in from goes with the link. */
export async function saveWithoutLink(
  ctx: TransactionContext,
  messages: readonly { id: string; text: string }[],
): Promise<void> {
  if (messages.length === 0) return;
  await sql`
    update messages m set text = t.text, variables = m.variables - 'link'
    from json_to_recordset(${JSON.stringify(messages)}::json) as t(id uuid, text text)
    where m.org_id = ${ctx.orgId} and m.id = t.id`.execute(ctx.db);
}
