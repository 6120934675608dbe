import type { Reception } from '#domain/reception/contract.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { holdVisit } from '../visits/hold-visit.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { takePosition } from './board-store.ts';
import { insertReception, lockReception, selectReceptions } from './store.ts';

export async function requireReception(ctx: TransactionContext, visitId: string): Promise<Reception> {
  const [reception] = await selectReceptions(ctx, { ids: [visitId] });
  if (!reception || !maySeeClinic(ctx, reception.clinicId)) throw new NotFound('visit', visitId);
  return reception;
}

/**
 * Where a visit is in the house, held until the transaction ends. One that was opened elsewhere, as on the record,
 * comes onto the board here. Throws Conflict `visit-closed`, and `stale-version` with it as it is now.
 */
export async function holdReception(
  ctx: TransactionContext,
  { visitId, version }: { visitId: string; version?: number | undefined },
): Promise<Reception> {
  const visit = await holdVisit(ctx, visitId);
  if (!(await lockReception(ctx, visitId))) {
    if (visit.state === 'closed') throw new Conflict('visit-closed');
    const booked = visit.appointmentId ? await findAppointment(ctx, visit.appointmentId) : undefined;
    await takePosition(ctx, visit.clinicId);
    await insertReception(ctx, {
      id: visit.id,
      clinicId: visit.clinicId,
      customerId: visit.customerId,
      day: visit.visitedOn,
      arrivedAt: visit.openedAt,
      enteredAt: null,
      classCode: null,
      doctorId: booked?.doctorId ?? null,
      receivedBy: null,
      isSelf: false,
      wishes: null,
    });
  }
  const current = await requireReception(ctx, visitId);
  if (version !== undefined && current.version !== version) throw new Conflict('stale-version', { current });
  return current;
}
