import { channelOf, needsCode } from '#domain/messaging/account.ts';
import type { AccountChannel } from '#domain/messaging/account.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isMadeUp } from '../staff/check-made-up.ts';
import { selectAccounts } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';

/** The accounts by which anything may go. Customers of a trial or of the demo are made up: nothing ever goes to them. */
export async function listOpenAccounts(ctx: TransactionContext): Promise<AccountRow[]> {
  const open = (await selectAccounts(ctx)).filter(({ isEnabled }) => isEnabled);
  return open.length === 0 || (await isMadeUp(ctx)) ? [] : open;
}

/** Those of a clinic that lead that way, its own before the common ones. */
export function accountsAt(
  accounts: readonly AccountRow[],
  { clinicId, channel }: { clinicId: string; channel: AccountChannel },
): AccountRow[] {
  return accounts
    .filter(({ kind }) => channelOf[kind] === channel)
    .filter((account) => account.clinicId === null || account.clinicId === clinicId)
    .sort((a, b) => Number(a.clinicId === null) - Number(b.clinicId === null));
}

/** Of those the ones that may send this text. */
export function accountsFor(
  accounts: readonly AccountRow[],
  { template, ...where }: { clinicId: string; channel: AccountChannel; template: MessageTemplate | null },
): AccountRow[] {
  return accountsAt(accounts, where).filter(
    ({ kind }) => !needsCode.includes(kind) || Boolean(template?.providerCodes[kind]),
  );
}
