import { randomBytes, randomInt } from 'node:crypto';
import { addMinutes } from '#domain/base/time.ts';
import { drawCharacters } from '#domain/links/token.ts';
import { codeDigits, invitationMinutes } from '#domain/messaging/address-code.ts';
import type { AccountInvitation } from '#domain/messaging/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import type { Clients } from './channels/channel.ts';
import { insertInvitation, saveProviderRef } from './invitations-store.ts';
import { accountsAt, listOpenAccounts } from './list-accounts.ts';
import { openAccount } from './open-account.ts';

/** WeCom takes no more than thirty characters; these hold 142 bits. */
const sceneLength = 24;

/**
 * Makes a way for one customer to say who they are to the clinic's official account or WeCom: a code to scan, and, where
 * people can write to the account, one to send. Throws Conflict `no-account`, and `no-code` where there is neither.
 */
export async function inviteToAccount(
  ctx: Context,
  input: { id: string; channel: AccountInvitation['channel'] },
  { keys, clients }: { keys: Keys; clients: Clients },
): Promise<AccountInvitation> {
  requirePermission(ctx, 'customers.write');
  const { channel } = input;
  const id = newId();
  const scene = drawCharacters(sceneLength, randomBytes);
  // Customers cannot write to a WeCom account, only to the colleague.
  const code = channel === 'wechat' ? drawDigits(codeDigits) : null;
  const expiresAt = addMinutes(ctx.now, invitationMinutes);
  const account = await inTransaction(ctx, async (ctx) => {
    const { id: customerId, clinicId } = await requireCustomer(ctx, input.id);
    const [account] = accountsAt(await listOpenAccounts(ctx), { clinicId, channel });
    if (!account) throw new Conflict('no-account');
    await insertInvitation(ctx, {
      ...{ id, customerId, accountId: account.id, expiresAt },
      sceneHash: keys.hashOf(ctx.orgId, scene),
      codeHash: code === null ? null : keys.hashOf(ctx.orgId, code),
    });
    await recordAudit(ctx, {
      action: 'customer-address.invited',
      subject: { type: 'customer', id: customerId },
      after: { channel, account: account.name },
    });
    return account;
  });

  // The provider is called outside of any transaction: it may take its time.
  const forSeconds = invitationMinutes * 60;
  const made = await clients[account.kind].invite?.(openAccount(ctx, account, keys), { scene, forSeconds });
  const qr = made && 'ref' in made ? made : null;
  const whyNoQr = made && 'code' in made ? made.code : null;
  if (qr === null && code === null) throw new Conflict('no-code', { why: whyNoQr });
  if (qr?.ref) await inTransaction(ctx, (ctx) => saveProviderRef(ctx, id, qr.ref!));
  return {
    ...{ id, channel, accountName: account.name, code, createdAt: ctx.now, expiresAt, whyNoQr },
    ...{ qrText: qr?.text ?? null, qrPicture: qr?.picture ?? null },
  };
}

const drawDigits = (count: number): string => String(randomInt(10 ** count)).padStart(count, '0');
