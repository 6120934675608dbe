import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectDiscreet, selectDiscreetProfiles } from './store.ts';

/** How a customer wants to be reached, for a verb that calls or writes to them; null where they do not mind. */
export async function getDiscreetProfile(
  ctx: TransactionContext,
  customerId: string,
): Promise<DiscreetProfile | null> {
  return (await selectDiscreet(ctx, customerId))?.profile ?? null;
}

/** The same of many at once; who does not mind is not among them. */
export async function findDiscreetProfiles(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, DiscreetProfile>> {
  return selectDiscreetProfiles(ctx, customerIds);
}
