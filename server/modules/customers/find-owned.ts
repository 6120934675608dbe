import type { TransactionContext } from '#server/platform/context.ts';
import { selectOwned, selectOwnedIds } from './owned-store.ts';
import type { Owned, OwnedOf } from './owned-store.ts';

export type { Owned };

/** Who owns these customers, since when, and what the records say for a release. */
export function findOwned(ctx: TransactionContext, customerIds: readonly string[]): Promise<Owned[]> {
  return selectOwned(ctx, customerIds);
}

/** The next customers of a clinic who have an owner, in the order of their ids; or those of one owner, by name. */
export function findOwnedIds(ctx: TransactionContext, of: OwnedOf): Promise<string[]> {
  return selectOwnedIds(ctx, of);
}
