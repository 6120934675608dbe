import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { addMoved, lockMerge } from './merges-store.ts';
import { moveReferences } from './references-store.ts';

/** What was written for the record that went, by somebody who read it a moment before, goes after it. */
export async function followMerge(
  ctx: TransactionContext,
  { mergeId, keepId, goneId }: EventOf<'customer.merged'>,
): Promise<void> {
  const merge = await lockMerge(ctx, mergeId);
  if (!merge || merge.undoneAt !== null) return;
  const moved = await moveReferences(ctx, goneId, keepId);
  if (moved.length > 0) await addMoved(ctx, mergeId, moved);
}
