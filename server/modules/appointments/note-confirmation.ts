import type { Instant } from '#domain/base/time.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { presentAppointments } from './present.ts';
import { lockAppointment, selectAppointments, staffOf, updateAppointment } from './store.ts';

/**
 * What a customer said by themselves when asked whether they come at that hour (E1): by link or message, later words
 * before earlier ones. Gives false where the appointment is at another hour by now, or over.
 */
export async function noteConfirmation(
  ctx: TransactionContext,
  said: { appointmentId: string; startsAt: Instant; answer: 'confirmed' | 'declined' },
): Promise<boolean> {
  const { appointmentId: id, startsAt, answer } = said;
  await lockAppointment(ctx, id);
  const [row] = await selectAppointments(ctx, { ids: [id], limit: 1 });
  if (!row || row.state !== 'booked' || row.startsAt !== startsAt || startsAt <= ctx.now) return false;
  if (row.confirmation === answer) return true;
  const [before] = await presentAppointments(ctx, [row]);
  const change = {
    ...{ confirmation: answer, confirmed_at: ctx.now, confirmed_by: staffOf(ctx) },
    confirmation_entered_at: null,
  };
  await updateAppointment(ctx, id, change);
  const after = { ...before!, confirmation: answer, confirmedAt: ctx.now, confirmationEnteredAt: null };
  await recordAudit(ctx, {
    ...{ action: 'appointment.confirmed', subject: { type: 'appointment', id }, before: before!, after },
  });
  return true;
}
