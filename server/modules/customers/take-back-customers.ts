import { chunksOf } from '#domain/base/chunks.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countOfBatch, deleteCustomers, selectReferenced, selectUneditedOfBatch } from './bulk-store.ts';

const customersAtOnce = 5_000;

/** Takes back the customers a batch made, except for those somebody has dealt with since; once their visits are gone. */
export async function takeBackCustomers(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ removed: Set<string>; kept: number }> {
  const removed = new Set<string>();
  // By lists of ids: right after an import the planner has no idea yet how many rows there are.
  for (const ids of chunksOf(await selectUneditedOfBatch(ctx, batchId), customersAtOnce)) {
    const referenced = new Set(await selectReferenced(ctx, ids));
    const free = ids.filter((id) => !referenced.has(id));
    await deleteCustomers(ctx, free);
    for (const id of free) removed.add(id);
  }
  return { removed, kept: await countOfBatch(ctx, batchId) };
}
