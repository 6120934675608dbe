import type { TransactionContext } from '#server/platform/context.ts';
import { selectTreating } from './care-store.ts';
import type { Treating } from './care-store.ts';

/** Who treated a customer in a visit, where none is named in the last one; null who was never treated by anybody. */
export async function findTreating(
  ctx: TransactionContext,
  of: { customerId: string; visitId: string | null },
): Promise<Treating | null> {
  return (await selectTreating(ctx, of)) ?? null;
}
