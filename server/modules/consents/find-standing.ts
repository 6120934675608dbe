import { standingConsent } from '#domain/consents/consent.ts';
import type { ConsentChannel, ConsentPurpose } from '#domain/consents/consent.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectEntries, selectSuppressed } from './store.ts';

export type Standing = 'given' | 'withdrawn' | 'never';

/** What each of these customers said last about a purpose on a channel, for a verb that is about to act on it. */
export async function findStanding(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<(customerId: string, purpose: ConsentPurpose, channel: ConsentChannel | null) => Standing> {
  const entries = await selectEntries(ctx, customerIds);
  const byCustomer = Map.groupBy(entries, ({ customerId }) => customerId);
  return (customerId, purpose, channel) =>
    standingConsent(byCustomer.get(customerId) ?? [], purpose, channel);
}

/** Which of these hashed numbers have said no to offers, under whatever name. */
export async function findSuppressed(
  ctx: TransactionContext,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  return hashes.length === 0 ? new Set() : new Set((await selectSuppressed(ctx, hashes)).keys());
}
