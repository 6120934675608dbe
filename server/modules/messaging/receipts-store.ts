import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredReceipt {
  arrived: boolean;
  code: string | null;
  providerId: string | null;
}

/** False where it was told before (G5). */
export async function insertReceipt(
  ctx: TransactionContext,
  receipt: StoredReceipt & { id: string; accountId: string; attemptId: string | null; isApplied: boolean },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('message_receipts')
    .values({
      org_id: ctx.orgId,
      id: receipt.id,
      account_id: receipt.accountId,
      attempt_id: receipt.attemptId,
      provider_id: receipt.providerId,
      arrived: receipt.arrived,
      code: receipt.code,
      received_at: ctx.realNow,
      applied_at: receipt.isApplied ? ctx.realNow : null,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Which attempt a receipt is about: by our own id, else by the provider's. */
export async function findAttempt(
  ctx: TransactionContext,
  accountId: string,
  by: { attemptId: string | null; providerId: string | null },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.id from message_attempts a
    where a.org_id = ${ctx.orgId} and a.account_id = ${accountId}
      and (a.id = ${by.attemptId}::uuid or a.provider_id = ${by.providerId}::text)
    order by a.started_at desc limit 1`.execute(ctx.db);
  return rows[0]?.id;
}

/** Receipts that came before the message was known by that name. */
export async function selectReceiptsOf(
  ctx: TransactionContext,
  accountId: string,
  by: { attemptId: string; providerId: string | null },
): Promise<{ id: string; receipt: StoredReceipt }[]> {
  const { rows } = await sql<StoredReceipt & { id: string }>`
    select r.id, r.arrived, r.code, r.provider_id as "providerId" from message_receipts r
    where r.org_id = ${ctx.orgId} and r.account_id = ${accountId} and r.applied_at is null
      and (r.provider_id = ${by.providerId}::text or r.attempt_id = ${by.attemptId}::uuid)
    order by r.received_at, r.id`.execute(ctx.db);
  return rows.map(({ id, ...receipt }) => ({ id, receipt }));
}

export async function markReceiptApplied(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('message_receipts')
    .set({ applied_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
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

/** What was sent last to a number: what an answer from it is about. */
export async function selectLastTo(
  ctx: TransactionContext,
  addressHash: string,
): Promise<{ id: string; customerId: string | null } | undefined> {
  return ctx.db
    .selectFrom('messages')
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('address_hash', '=', addressHash)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
