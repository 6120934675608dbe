import type { Context } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import type { AccountRow } from './accounts-store.ts';
import type { OpenAccount } from './channels/channel.ts';

/** The account with its secret, for the time of a call. Throws where it was sealed with another key. */
export function openAccount(ctx: Pick<Context, 'orgId'>, account: AccountRow, keys: Keys): OpenAccount {
  const { id, kind, settings, sealedSecret } = account;
  return { id, kind, settings, secret: keys.open(sealedSecret, placeOf(ctx, id)) };
}

/** A secret copied to another account or organization does not open there. */
export function placeOf(ctx: Pick<Context, 'orgId'>, accountId: string): string {
  return `${ctx.orgId} ${accountId}`;
}
