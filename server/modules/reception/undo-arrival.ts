import { mayUndoArrival } from '#domain/reception/stage.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { reopenAppointment } from '../appointments/keep-appointment.ts';
import { releaseVisit } from '../forms/release-visit.ts';
import { undoVisit } from '../visits/undo-visit.ts';
import { holdReception } from './hold-reception.ts';
import { noteChange } from './note-change.ts';
import { deleteReception } from './store.ts';

/**
 * It was somebody else, or nobody: who was received is expected again as before, and what remains is the audit row. Throws
 * Conflict `treated-already`, `visit-has-records`, `visit-closed`, `stale-version`.
 */
export async function undoArrival(
  ctx: Context,
  input: { visitId: string; version: number; reason: string },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdReception(ctx, input);
    const decision = mayUndoArrival(before);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const { visitId, clinicId, day } = before;
    await releaseVisit(ctx, visitId);
    await deleteReception(ctx, visitId);
    const { appointmentId } = await undoVisit(ctx, visitId);
    if (appointmentId !== null) await reopenAppointment(ctx, appointmentId);
    await recordAudit(ctx, {
      action: 'visit.arrival-undone',
      subject: { type: 'customer', id: before.customerId },
      before,
      reason: input.reason,
    });
    await noteChange(ctx, { clinicId, day, subjectId: visitId });
    if (appointmentId !== null) await noteChange(ctx, { clinicId, day, subjectId: appointmentId });
    return {};
  });
}
