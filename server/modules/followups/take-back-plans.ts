import type { TransactionContext } from '#server/platform/context.ts';
import { countPlannedByImport } from './planning-store.ts';
import { deleteEmptyPlans, deleteUntouchedFollowups } from './take-back-store.ts';

/** Takes back the followups a batch led to, except for those with a result, and the plans that hold none any more. */
export async function takeBackPlans(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ keptFollowups: number }> {
  await deleteUntouchedFollowups(ctx, batchId);
  await deleteEmptyPlans(ctx, batchId);
  return { keptFollowups: await countPlannedByImport(ctx, batchId) };
}
