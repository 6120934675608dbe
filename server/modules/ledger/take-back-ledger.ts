import { chunksOf } from '#domain/base/chunks.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { deleteEntries, selectEntriesOfBatch, selectWorkedOn } from './history-store.ts';

const entriesAtOnce = 5_000;

/** Takes back what a batch booked, except on accounts where somebody has booked since; says how many charges stay. */
export async function takeBackLedger(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ keptCharges: number }> {
  let keptCharges = 0;
  for (const entries of chunksOf(await selectEntriesOfBatch(ctx, batchId), entriesAtOnce)) {
    const workedOn = await selectWorkedOn(ctx, [...new Set(entries.map((entry) => entry.customerId))]);
    const kept = entries.filter((entry) => workedOn.has(entry.customerId));
    keptCharges += kept.filter(({ kind }) => kind === 'charge').length;
    await deleteEntries(
      ctx,
      entries.filter((entry) => !workedOn.has(entry.customerId)).map((entry) => entry.id),
    );
  }
  return { keptCharges };
}
