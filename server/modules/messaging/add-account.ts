import type { AccountKind } from '#domain/messaging/account.ts';
import { standardFloorOf } from '#domain/messaging/balance.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { newToken } from '#server/platform/tokens.ts';
import { insertAccount } from './accounts-store.ts';
import { placeOf, sealSettings } from './open-account.ts';

export interface NewAccount {
  id: string;
  clinicId: string | null;
  kind: AccountKind;
  name: string;
  settings: Record<string, string | number | boolean>;
  secret: string;
  perMinute: number;
  fenPerThousand: number;
  /** As is usual for the kind where it is not said. */
  balanceFloor?: number | null | undefined;
  isEnabled?: boolean;
}

/** Keeps an account with its secrets sealed; gives the token by which its provider calls back, shown once. */
export async function addAccount(ctx: TransactionContext, account: NewAccount, keys: Keys): Promise<string> {
  const { secret, settings, ...rest } = account;
  const { token, hash } = newToken('m', ctx.orgId);
  const sealedSecret = keys.seal(secret, placeOf(ctx, account.id));
  const parted = sealSettings(ctx, account.id, settings, keys);
  const { balanceFloor = standardFloorOf(account.kind) } = account;
  await insertAccount(ctx, { ...rest, ...parted, balanceFloor, sealedSecret, callbackHash: hash });
  return token;
}
