import type { TransactionContext } from '#server/platform/context.ts';
import { updatePlaced, updatePlaces } from './load-store.ts';
import type { Placing } from './load-store.ts';

export type { Placing };

const writtenAtOnce = 5_000;

/** Writes the days that followups were given. */
export async function placeFollowups(ctx: TransactionContext, placings: readonly Placing[]): Promise<void> {
  for (let from = 0; from < placings.length; from += writtenAtOnce)
    await updatePlaces(ctx, placings.slice(from, from + writtenAtOnce));
}

/** Leaves these where they are and looks for a place no more: nobody holds them, or they wait for a supervisor. */
export function leaveInPlace(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  return updatePlaced(ctx, ids);
}
