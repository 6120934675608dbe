import type { TransactionContext } from '#server/platform/context.ts';
import { countOfBatch, deleteUntouchedCustomers } from './bulk-store.ts';

/** Takes back the customers a batch made, except for those somebody has dealt with since; once their visits are gone. */
export async function takeBackCustomers(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ removed: Set<string>; kept: number }> {
  const removed = new Set(await deleteUntouchedCustomers(ctx, batchId));
  return { removed, kept: await countOfBatch(ctx, batchId) };
}
