import type { ConfirmationEntry } from '#domain/confirmations/contract.ts';
import { dayAt } from '#domain/base/time.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { getAppointment } from '../appointments/open-book.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listDesk } from '../staff/list-colleagues.ts';
import { entriesOf } from './list-confirmations.ts';
import { saveConfirmer } from './store.ts';

/** Puts a name beside an appointment that is not confirmed (E1). Throws Conflict `not-booked` of one that is over. */
export async function nameConfirmer(
  ctx: Context,
  { id, staffId }: { id: string; staffId: string },
): Promise<ConfirmationEntry> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, startsAt, state } = await getAppointment(ctx, { id });
    if (state !== 'booked') throw new Conflict('not-booked');
    const desk = await listDesk(ctx, clinicId);
    if (!desk.some((each) => each.id === staffId)) throw new NotFound('staff', staffId);
    await saveConfirmer(ctx, { appointmentId: id, staffId });
    await recordAudit(ctx, {
      action: 'confirmer.named',
      subject: { type: 'appointment', id },
      reason: staffId,
    });
    const timezone = (await findClinicZone(ctx, clinicId))!;
    const entries = await entriesOf(ctx, { clinicId, day: dayAt(startsAt, timezone), timezone, desk });
    return entries.find(({ appointment }) => appointment.id === id)!;
  });
}
