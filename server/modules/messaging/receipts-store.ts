import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredReceipt {
  arrived: boolean;
  code: string | null;
  providerId: string | null;
}

export interface NewReceipt extends StoredReceipt {
  id: string;
  accountId: string;
  attemptId: string | null;
  isApplied: boolean;
}

/** Gives those that were not told before (G5). */
export async function insertReceipts(
  ctx: TransactionContext,
  receipts: readonly NewReceipt[],
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into message_receipts (org_id, id, account_id, attempt_id, provider_id, arrived, code, received_at, applied_at)
    select ${ctx.orgId}::uuid, r.id, r."accountId", r."attemptId", r."providerId", r.arrived, r.code,
      ${ctx.realNow}::timestamptz, case when r."isApplied" then ${ctx.realNow}::timestamptz end
    from json_to_recordset(${JSON.stringify(receipts)}::json) as r(id uuid, "accountId" uuid, "attemptId" uuid,
      "providerId" text, arrived boolean, code text, "isApplied" boolean)
    on conflict (org_id, id) do nothing returning id`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Which attempts receipts are about: by our own id, else by the provider's, the latest of it. */
export async function findAttempts(
  ctx: TransactionContext,
  accountId: string,
  by: { attemptIds: readonly string[]; providerIds: readonly string[] },
): Promise<{ ours: Set<string>; theirs: Map<string, string> }> {
  const { rows: ours } = await sql<{ id: string }>`
    select a.id from message_attempts a
    where a.org_id = ${ctx.orgId} and a.account_id = ${accountId}
      and a.id = any(${[...by.attemptIds]}::uuid[])`.execute(ctx.db);
  const { rows: theirs } = await sql<{ id: string; providerId: string }>`
    select distinct on (a.provider_id) a.id, a.provider_id as "providerId" from message_attempts a
    where a.org_id = ${ctx.orgId} and a.account_id = ${accountId}
      and a.provider_id = any(${[...by.providerIds]}::text[])
    order by a.provider_id, a.started_at desc, a.id`.execute(ctx.db);
  return {
    ours: new Set(ours.map(({ id }) => id)),
    theirs: new Map(theirs.map(({ id, providerId }) => [providerId, id])),
  };
}

/** Receipts that came before the messages were known by those names, the first first; held, so that each is heard once. */
export async function selectEarlyReceipts(
  ctx: TransactionContext,
  attempts: readonly { attemptId: string; accountId: string; providerId: string | null }[],
): Promise<{ id: string; attemptId: string; receipt: StoredReceipt }[]> {
  if (attempts.length === 0) return [];
  const given = JSON.stringify(attempts);
  const { rows } = await sql<StoredReceipt & { id: string; ofAttempt: string }>`
    with asked as materialized (
      select * from json_to_recordset(${given}::json) as t("attemptId" uuid, "accountId" uuid, "providerId" text)),
    early as (
      select r.id, t."attemptId" as of_attempt from asked t
        join message_receipts r on r.org_id = ${ctx.orgId} and r.account_id = t."accountId"
          and r.provider_id = t."providerId" and r.applied_at is null
      union
      select r.id, t."attemptId" from asked t
        join message_receipts r on r.org_id = ${ctx.orgId} and r.attempt_id = t."attemptId" and r.applied_at is null)
    select r.id, e.of_attempt as "ofAttempt", r.arrived, r.code, r.provider_id as "providerId"
    from early e join message_receipts r on r.org_id = ${ctx.orgId} and r.id = e.id
    order by r.received_at, r.id for update of r`.execute(ctx.db);
  return rows.map(({ id, ofAttempt, ...receipt }) => ({ id, attemptId: ofAttempt, receipt }));
}

export async function markReceiptsApplied(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('message_receipts')
    .set({ applied_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertReply(
  ctx: TransactionContext,
  reply: {
    id: string;
    accountId: string;
    addressHash: string;
    customerId: string | null;
    messageId: string | null;
    text: string;
    isOptOut: boolean;
    at: Instant;
  },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('message_replies')
    .values({
      org_id: ctx.orgId,
      id: reply.id,
      account_id: reply.accountId,
      address_hash: reply.addressHash,
      customer_id: reply.customerId,
      message_id: reply.messageId,
      text: reply.text,
      is_opt_out: reply.isOptOut,
      at: reply.at,
      received_at: ctx.realNow,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** What somebody wrote since then. */
export async function selectRepliesSince(
  ctx: TransactionContext,
  addressHash: string,
  since: Instant,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('message_replies')
    .select('text')
    .where('org_id', '=', ctx.orgId)
    .where('address_hash', '=', addressHash)
    .where('received_at', '>=', since)
    .limit(100)
    .execute();
  return rows.map(({ text }) => text);
}

/** What was sent last to a number: what an answer from it is about. */
export async function selectLastTo(
  ctx: TransactionContext,
  addressHash: string,
): Promise<{ id: string; customerId: string | null; causeKind: string } | undefined> {
  return ctx.db
    .selectFrom('messages')
    .select(['id', 'customer_id as customerId', 'cause_kind as causeKind'])
    .where('org_id', '=', ctx.orgId)
    .where('address_hash', '=', addressHash)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function selectNotDelivered(
  ctx: TransactionContext,
  since: Instant,
): Promise<{ customerId: string; at: Instant; reason: string }[]> {
  const { rows } = await sql<{ customerId: string; at: Instant; reason: string }>`
    select distinct on (m.customer_id) m.customer_id as "customerId", m.queued_at as at, m.reason
    from messages m
    where m.org_id = ${ctx.orgId} and m.channel = 'sms' and m.queued_at >= ${since} and m.customer_id is not null
      and not m.to_guardian
      and (m.reason like 'not-delivered:%' or m.reason like 'refused:%')
      and not exists (select from messages n where n.org_id = ${ctx.orgId} and n.customer_id = m.customer_id
        and n.channel = 'sms' and n.state = 'delivered' and n.queued_at > m.queued_at)
    order by m.customer_id, m.queued_at desc`.execute(ctx.db);
  return rows;
}
