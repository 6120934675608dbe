import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { codeTriesAnHour, isNews, readAddressCode } from '#domain/messaging/address-code.ts';
import { maskAddress } from '#domain/messaging/address.ts';
import type { AddressChannel, BoundBy } from '#domain/messaging/address.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { lockHolders, saveMove, selectAddressBook, upsertAddress } from './addresses-store.ts';
import type { Move } from './channels/channel.ts';
import { lockInvitations, saveBound } from './invitations-store.ts';
import { selectRepliesSince } from './receipts-store.ts';

/** Somebody follows us or does no longer: by the code they scanned it is known who they are. Told twice it is done once. */
export async function noteMove(
  ctx: TransactionContext,
  accountId: string,
  move: Move,
  keys: Keys,
): Promise<void> {
  const { channel, address, at, does, scene } = move;
  if (address === '') return;
  if (scene !== null) {
    const asked = { sceneHash: keys.hashOf(ctx.orgId, scene) };
    const [invitation] = await lockInvitations(ctx, accountId, asked, at);
    if (invitation) await bind(ctx, invitation, { accountId, channel, address, by: 'scan', toldAt: at });
  }
  const leftAt = does === 'left' ? at : null;
  for (const holder of await lockHolders(ctx, { accountId, channel, address })) {
    if (!isNews(holder.toldAt, at)) continue;
    await saveMove(ctx, holder.id, { leftAt, toldAt: at });
    if ((holder.leftAt === null) === (leftAt === null)) continue;
    await recordAudit(ctx, {
      action: leftAt === null ? 'customer-address.returned' : 'customer-address.left',
      subject: { type: 'customer', id: holder.customerId },
      after: { [channel]: maskAddress(channel, address) },
    });
  }
}

/** Whether what somebody sent, and what is kept already, was the code one of our customers was shown; then it is theirs from now on. */
export async function tryCode(
  ctx: TransactionContext,
  accountId: string,
  reply: { from: string; text: string; addressHash: string },
  keys: Keys,
): Promise<boolean> {
  const code = readAddressCode(reply.text);
  if (code === null) return false;
  const written = await selectRepliesSince(ctx, reply.addressHash, addMinutes(ctx.realNow, -60));
  // This one is among them.
  if (written.filter((text) => readAddressCode(text) !== null).length > codeTriesAnHour) return false;
  const asked = { codeHash: keys.hashOf(ctx.orgId, code) };
  const [invitation, other] = await lockInvitations(ctx, accountId, asked, ctx.now);
  // Of two that are alike nobody knows which was meant.
  if (!invitation || other) return false;
  await bind(ctx, invitation, {
    ...{ accountId, channel: 'wechat', address: reply.from, by: 'code', toldAt: ctx.now },
  });
  return true;
}

interface Binding {
  accountId: string;
  channel: AddressChannel;
  address: string;
  by: BoundBy;
  toldAt: Instant;
}

async function bind(
  ctx: TransactionContext,
  { id: invitationId, customerId }: { id: string; customerId: string },
  { channel, address, ...bound }: Binding,
): Promise<void> {
  await saveBound(ctx, invitationId);
  const before = (await selectAddressBook(ctx, customerId)).find((one) => one.channel === channel);
  await upsertAddress(ctx, { id: newId(), customerId, channel, address, bound });
  await recordAudit(ctx, {
    action: 'customer-address.bound',
    subject: { type: 'customer', id: customerId },
    before: { [channel]: before ? maskAddress(channel, before.address) : null },
    after: { [channel]: maskAddress(channel, address), by: bound.by },
  });
}
