import type { TransactionContext } from '#server/platform/context.ts';
import { selectEntriesOfBatch } from './history-store.ts';

/** On whose accounts an import booked; for who hears of `ledger.imported`. */
export async function listImportedAccounts(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const entries = await selectEntriesOfBatch(ctx, batchId);
  return [...new Set(entries.map((entry) => entry.customerId))];
}
