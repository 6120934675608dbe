import { chunksOf } from '#domain/base/chunks.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import {
  countOfBatch,
  deleteAppointments,
  deleteVisits,
  reopenAppointments,
  selectPlannedVisits,
  selectUneditedOfBatch,
  selectVisitedAppointments,
} from './bulk-store.ts';

const rowsAtOnce = 5_000;

/**
 * Takes back the visits and appointments a batch made, except for those somebody has worked on since; once the
 * followups of them are gone. Gives whose visits went, so that their last visit can be told anew.
 */
export async function takeBackHistory(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ customerIds: Set<string>; keptVisits: number; keptAppointments: number }> {
  const customerIds = new Set<string>();
  for (const visits of chunksOf(await selectUneditedOfBatch(ctx, 'visits', batchId), rowsAtOnce)) {
    const planned = new Set(
      await selectPlannedVisits(
        ctx,
        visits.map((visit) => visit.id),
      ),
    );
    const free = visits.filter((visit) => !planned.has(visit.id));
    const ids = free.map((visit) => visit.id);
    await reopenAppointments(ctx, await deleteVisits(ctx, ids), batchId);
    for (const visit of free) customerIds.add(visit.customerId);
  }
  for (const appointments of chunksOf(
    await selectUneditedOfBatch(ctx, 'appointments', batchId),
    rowsAtOnce,
  )) {
    const ids = appointments.map((appointment) => appointment.id);
    const visited = new Set(await selectVisitedAppointments(ctx, ids));
    await deleteAppointments(
      ctx,
      ids.filter((id) => !visited.has(id)),
    );
  }
  return {
    customerIds,
    keptVisits: await countOfBatch(ctx, 'visits', batchId),
    keptAppointments: await countOfBatch(ctx, 'appointments', batchId),
  };
}
