import { dayAt } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { noteChange } from './note-change.ts';

type AppointmentEvent = EventOf<
  'appointment.booked' | 'appointment.moved' | 'appointment.cancelled' | 'appointment.no-show'
>;

/** Who is expected today may be another now: the screens of the clinic look again. */
export async function noteAppointment(
  ctx: TransactionContext,
  { appointmentId }: AppointmentEvent,
): Promise<void> {
  const booked = await findAppointment(ctx, appointmentId);
  if (!booked) return;
  const day = dayAt(ctx.now, ctx.zone);
  await noteChange(ctx, { clinicId: booked.clinicId, day, subjectId: appointmentId });
}
