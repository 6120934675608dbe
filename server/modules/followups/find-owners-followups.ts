import type { TransactionContext } from '#server/platform/context.ts';
import { countOverdueOf, countHeldOf, selectOwnersFollowups } from './owners-store.ts';
import type { OwnerOf, OwnersFollowups } from './owners-store.ts';

export type { OwnersFollowups };

/** What owners have planned with their customers, and when they last did something, by `customer owner`. */
export async function findOwnersFollowups(
  ctx: TransactionContext,
  pairs: readonly OwnerOf[],
): Promise<Map<string, OwnersFollowups>> {
  const rows = await selectOwnersFollowups(ctx, pairs);
  return new Map(rows.map(({ customerId, ownerId, ...own }) => [`${customerId} ${ownerId}`, own]));
}

/** How many open followups would go with these customers when they leave these owners. */
export function countFollowupsOfOwners(ctx: TransactionContext, pairs: readonly OwnerOf[]): Promise<number> {
  return countHeldOf(ctx, pairs);
}

/** How many open followups somebody holds whose window is over. */
export function countOverdueFollowups(ctx: TransactionContext, staffId: string): Promise<number> {
  return countOverdueOf(ctx, staffId);
}
