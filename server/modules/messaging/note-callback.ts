import { chunksOf } from '#domain/base/chunks.ts';
import { isBareOptOut, isOptOut } from '#domain/messaging/opt-out.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { suppressPhone } from '../consents/suppress-phone.ts';
import { noteWithdrawal } from '../consents/withdraw-consent.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { readPhone } from '../customers/phone.ts';
import { selectCustomersAt } from './accounts-store.ts';
import type { Callback, Receipt, Reply } from './channels/channel.ts';
import { findAttempts, insertReceipts, insertReply, selectLastTo } from './receipts-store.ts';
import { applyReceipts } from './record-answer.ts';
import { noteMove, tryCode } from './note-move.ts';
import { saveRead } from './replies-store.ts';

const aboutAppointments = ['appointment', 'confirmation'];

/** A provider may tell a whole day's at once. */
const receiptsAtOnce = 200;

/** Hears what a provider tells, each thing once, its effect in the transaction that keeps it (G5). */
export async function noteCallback(
  ctx: Context,
  accountId: string,
  { receipts, replies, moves = [] }: Omit<Callback, 'answer'>,
  keys: Keys,
): Promise<void> {
  for (const some of chunksOf(receipts, receiptsAtOnce))
    await inTransaction(ctx, (ctx) => noteReceipts(ctx, accountId, some));
  for (const reply of replies) await inTransaction(ctx, (ctx) => noteReply(ctx, accountId, reply, keys));
  for (const move of moves) await inTransaction(ctx, (ctx) => noteMove(ctx, accountId, move, keys));
}

async function noteReceipts(
  ctx: TransactionContext,
  accountId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  const found = await findAttempts(ctx, accountId, {
    attemptIds: receipts.flatMap(({ attemptId }) => attemptId ?? []),
    providerIds: receipts.flatMap(({ providerId }) => providerId ?? []),
  });
  const told = receipts.map((receipt) => {
    const { attemptId, providerId, arrived, code, key } = receipt;
    const isOurs = attemptId !== null && found.ours.has(attemptId);
    const about = isOurs ? attemptId : (providerId !== null && found.theirs.get(providerId)) || null;
    const id = derivedId('receipt', accountId, key);
    return {
      id,
      about,
      stored: { id, accountId, attemptId, providerId, arrived, code, isApplied: about !== null },
    };
  });
  // In one order, so that two callbacks that tell the same never wait for each other.
  const ordered = [...told].sort((one, other) => (one.id < other.id ? -1 : 1));
  const fresh = await insertReceipts(
    ctx,
    ordered.map(({ stored }) => stored),
  );
  await applyReceipts(
    ctx,
    told.flatMap(({ id, about, stored }) =>
      about !== null && fresh.delete(id) ? [{ ...stored, attemptId: about }] : [],
    ),
  );
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
  const says = isOptOut(
    reply.text,
    aboutAppointments.includes(last?.causeKind ?? '') ? 'appointment' : 'offer',
  );
  const id = derivedId('reply', accountId, reply.key);
  const isNew = await insertReply(ctx, {
    ...{ id, accountId, addressHash },
    ...{ customerId: last?.customerId ?? null, messageId: last?.id ?? null },
    ...{ text: reply.text.slice(0, 1000), isOptOut: says, at: reply.at ?? ctx.now },
  });
  if (!isNew) return;
  if (phone === null && (await tryCode(ctx, accountId, { ...reply, addressHash }, keys))) {
    // Nobody need read it.
    await saveRead(ctx, id, 'nothing');
    return;
  }
  const isTaken =
    says && (await takeNo(ctx, phone ?? reply.from, phone !== null, reply.text.slice(0, 100), keys));
  const isBare = says && isBareOptOut(reply.text);
  // Carried out, and nothing else stands in it.
  if (isTaken && isBare) await saveRead(ctx, id, 'opt-out');
  // Who says no and why is heard: a complaint may stand in the same words.
  if (last?.customerId && !isBare)
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

/**
 * A no from a telephone is the number's; from elsewhere it is that of whoever is known there, and of their number. False
 * where nobody is known there: a colleague finds out whose no it is.
 */
async function takeNo(
  ctx: TransactionContext,
  from: string,
  isPhone: boolean,
  evidence: string,
  keys: Keys,
): Promise<boolean> {
  if (isPhone) {
    await suppressPhone(ctx, from, { evidence }, keys);
    return true;
  }
  const ids = await selectCustomersAt(ctx, from);
  const people = await findRecipients(ctx, ids);
  for (const customerId of ids) {
    const no = { customerId, purpose: 'marketing', channel: 'wechat', way: 'message', evidence } as const;
    await noteWithdrawal(ctx, no, keys);
    const phone = people.get(customerId)?.phone;
    if (phone) await suppressPhone(ctx, phone, { evidence }, keys);
  }
  return ids.length > 0;
}
