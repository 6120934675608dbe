import type { TransactionContext } from '#server/platform/context.ts';
import { countOfBatch, deleteUntouchedAppointments, deleteUntouchedVisits } from './bulk-store.ts';

/**
 * Takes back the visits and appointments a batch made, except for those somebody has worked on since; once the
 * followups of them are gone. Gives whose visits went, so that their last visit can be told anew.
 */
export async function takeBackHistory(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ customerIds: Set<string>; keptVisits: number; keptAppointments: number }> {
  const customerIds = new Set(await deleteUntouchedVisits(ctx, batchId));
  await deleteUntouchedAppointments(ctx, batchId);
  return {
    customerIds,
    keptVisits: await countOfBatch(ctx, 'visits', batchId),
    keptAppointments: await countOfBatch(ctx, 'appointments', batchId),
  };
}
