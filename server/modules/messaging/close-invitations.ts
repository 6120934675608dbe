import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { selectAccounts } from './accounts-store.ts';
import type { Clients } from './channels/channel.ts';
import { saveClosed, selectToClose } from './invitations-store.ts';
import { openAccount } from './open-account.ts';

const atOnce = 20;

/** Has providers take back the codes that were scanned or are over: they keep a limited number of them. */
export async function closeInvitations(
  ctx: Context,
  { keys, clients }: { keys: Keys; clients: Clients },
): Promise<void> {
  const { open, accounts } = await inTransaction(ctx, async (ctx) => {
    const open = await selectToClose(ctx, atOnce);
    return { open, accounts: open.length === 0 ? [] : await selectAccounts(ctx) };
  });
  const closed: string[] = [];
  for (const { id, accountId, ref } of open) {
    const account = accounts.find((one) => one.id === accountId);
    // What an account that is off left behind waits until it is on again.
    if (!account?.isEnabled) continue;
    const isDone = await clients[account.kind].uninvite?.(openAccount(ctx, account, keys), ref);
    if (isDone ?? true) closed.push(id);
  }
  if (closed.length > 0) await inTransaction(ctx, (ctx) => saveClosed(ctx, closed));
}
