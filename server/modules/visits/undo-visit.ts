import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { holdVisit } from './hold-visit.ts';
import { deleteVisit, selectHasRecords } from './store.ts';

/**
 * An open visit that never was; for the verb that takes an arrival back. Gives the appointment it was for. Throws
 * Conflict `visit-closed`, and `visit-has-records` where something was written, paid or found in it.
 */
export async function undoVisit(
  ctx: TransactionContext,
  id: string,
): Promise<{ appointmentId: string | null }> {
  const visit = await holdVisit(ctx, id);
  if (visit.state === 'closed') throw new Conflict('visit-closed');
  if (await selectHasRecords(ctx, id)) throw new Conflict('visit-has-records');
  await deleteVisit(ctx, id);
  await recordAudit(ctx, { action: 'visit.undone', subject: { type: 'visit', id }, before: visit });
  return { appointmentId: visit.appointmentId };
}
