import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { countPlannedByImport as count } from './planning-store.ts';

/** How many followups an imported batch has led to. */
export function countPlannedByImport(ctx: Context, batchId: string): Promise<number> {
  return inTransaction(ctx, (ctx) => count(ctx, batchId));
}
