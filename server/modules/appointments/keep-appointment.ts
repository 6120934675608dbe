import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { requireAppointment } from './hold-appointment.ts';
import { lockAppointment, updateAppointment } from './store.ts';

/**
 * The customer came to it; for the verb that opens the visit and has asked for its own permission. Late is not
 * missed: who was given up and comes after all is here. Throws Conflict `not-booked`.
 */
export async function keepAppointment(
  ctx: TransactionContext,
  input: { id: string; customerId: string; clinicId: string },
): Promise<void> {
  await lockAppointment(ctx, input.id);
  const booked = await requireAppointment(ctx, input.id);
  const isTheirs = booked.customerId === input.customerId && booked.clinicId === input.clinicId;
  if (!isTheirs || (booked.state !== 'booked' && booked.state !== 'missed')) throw new Conflict('not-booked');
  await updateAppointment(ctx, input.id, { state: 'kept' });
  await announce(ctx, {
    type: 'appointment.arrived',
    appointmentId: input.id,
    customerId: input.customerId,
    at: ctx.now,
  });
}

/** Nobody came to it after all: it stands as before. For the verb that takes the arrival back. */
export async function reopenAppointment(ctx: TransactionContext, id: string): Promise<void> {
  await lockAppointment(ctx, id);
  const kept = await requireAppointment(ctx, id);
  if (kept.state === 'kept') await updateAppointment(ctx, id, { state: 'booked' });
}
