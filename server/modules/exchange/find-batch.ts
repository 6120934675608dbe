import type { ImportBatch } from '#domain/exchange/contract.ts';
import { countPlannedByImport } from '#server/modules/followups/count-planned-by-import.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { presentBatch } from './present.ts';
import { lockBatch, selectBatch, type Batch } from './store.ts';

/** Throws NotFound for a batch that is not there and for one of a clinic that is not the caller's. */
export async function findBatch(
  ctx: TransactionContext,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Batch> {
  const batch = await (options.lock ? lockBatch(ctx, id) : selectBatch(ctx, id));
  if (!batch || !maySeeClinic(ctx, batch.clinicId)) throw new NotFound('import', id);
  return batch;
}

export async function describeBatch(ctx: TransactionContext, batch: Batch): Promise<ImportBatch> {
  // Followups are planned a moment after the batch is done, and taken back with it.
  const hasLed = batch.state === 'done' || batch.state === 'undone';
  return presentBatch(batch, hasLed ? await countPlannedByImport(ctx, batch.id) : 0);
}
