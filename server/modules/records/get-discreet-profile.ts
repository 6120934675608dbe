import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectDiscreet } from './store.ts';

/** How a customer wants to be reached, for a verb that calls or writes to them; null where they do not mind. */
export async function getDiscreetProfile(
  ctx: TransactionContext,
  customerId: string,
): Promise<DiscreetProfile | null> {
  return (await selectDiscreet(ctx, customerId))?.profile ?? null;
}
