import { isOptOut } from '#domain/messaging/opt-out.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { suppressPhone } from '../consents/suppress-phone.ts';
import { readPhone } from '../customers/phone.ts';
import type { Callback, Receipt, Reply } from './channels/channel.ts';
import { findAttempt, insertReceipt, insertReply, selectLastTo } from './receipts-store.ts';
import { applyReceipt } from './record-answer.ts';

/** Hears what a provider tells, each thing once, its effect in the transaction that keeps it (G5). */
export async function noteCallback(
  ctx: Context,
  accountId: string,
  { receipts, replies }: Pick<Callback, 'receipts' | 'replies'>,
  keys: Keys,
): Promise<void> {
  for (const receipt of receipts) await inTransaction(ctx, (ctx) => noteReceipt(ctx, accountId, receipt));
  for (const reply of replies) await inTransaction(ctx, (ctx) => noteReply(ctx, accountId, reply, keys));
}

async function noteReceipt(ctx: TransactionContext, accountId: string, receipt: Receipt): Promise<void> {
  const { attemptId, providerId, arrived, code } = receipt;
  const found = await findAttempt(ctx, accountId, { attemptId, providerId });
  const id = derivedId('receipt', accountId, receipt.key);
  const kept = { id, accountId, attemptId, providerId, arrived, code };
  const isNew = await insertReceipt(ctx, { ...kept, isApplied: found !== undefined });
  if (isNew && found) await applyReceipt(ctx, found, receipt);
}

async function noteReply(
  ctx: TransactionContext,
  accountId: string,
  reply: Reply,
  keys: Keys,
): Promise<void> {
  const phone = readPhone(reply.from);
  const addressHash = keys.hashOf(ctx.orgId, phone ?? reply.from);
  const last = await selectLastTo(ctx, addressHash);
  const says = isOptOut(reply.text);
  const isNew = await insertReply(ctx, {
    ...{ id: derivedId('reply', accountId, reply.key), accountId, addressHash },
    ...{ customerId: last?.customerId ?? null, messageId: last?.id ?? null },
    ...{ text: reply.text.slice(0, 1000), isOptOut: says, at: reply.at ?? ctx.now },
  });
  if (!isNew) return;
  if (says && phone) await suppressPhone(ctx, phone, { evidence: reply.text.slice(0, 100) }, keys);
  else if (last?.customerId)
    await announce(ctx, {
      type: 'message.answered',
      ...{
        customerId: last.customerId,
        messageId: last.id,
        text: reply.text.slice(0, 1000),
        at: reply.at ?? ctx.now,
      },
    });
}
