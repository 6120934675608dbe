import { isSealedField } from '#domain/messaging/account.ts';
import type { SealedField } from '#domain/messaging/account.ts';
import type { Context } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import type { AccountRow } from './accounts-store.ts';
import type { OpenAccount } from './channels/channel.ts';

type Place = Pick<Context, 'orgId'>;

/** The account with its secrets, for the time of a call. Throws where they were sealed with another key. */
export function openAccount(ctx: Place, account: AccountRow, keys: Keys): OpenAccount {
  const { id, kind, settings, sealedSecret } = account;
  const opened = openSettings(ctx, account, keys);
  return {
    id,
    kind,
    settings: { ...settings, ...opened },
    secret: keys.open(sealedSecret, placeOf(ctx, id)),
  };
}

/** A secret copied to another account or organization does not open there. */
export function placeOf(ctx: Place, accountId: string, field?: SealedField): string {
  return [ctx.orgId, accountId, ...(field === undefined ? [] : [field])].join(' ');
}

export function openSettings(
  ctx: Place,
  { id, sealedSettings }: Pick<AccountRow, 'id' | 'sealedSettings'>,
  keys: Keys,
): Partial<Record<SealedField, string>> {
  const sealed = Object.entries(sealedSettings) as [SealedField, string][];
  return Object.fromEntries(sealed.map(([field, text]) => [field, keys.open(text, placeOf(ctx, id, field))]));
}

/** What may be read by whoever sets accounts up, and what is sealed; of the latter an empty one is none. */
export function sealSettings(
  ctx: Place,
  accountId: string,
  settings: AccountRow['settings'],
  keys: Keys,
): Pick<AccountRow, 'settings' | 'sealedSettings'> {
  const all = Object.entries(settings);
  const sealed = all.flatMap(([field, value]) =>
    isSealedField(field) && value !== ''
      ? [[field, keys.seal(String(value), placeOf(ctx, accountId, field))]]
      : [],
  );
  return {
    settings: Object.fromEntries(all.filter(([field]) => !isSealedField(field))),
    sealedSettings: Object.fromEntries(sealed) as AccountRow['sealedSettings'],
  };
}
