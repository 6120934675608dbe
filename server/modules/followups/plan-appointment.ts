import type { EventOf } from '#domain/events.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import type { FoundAppointment } from '../appointments/find-appointment.ts';
import { recordEnding } from './end-by-facts.ts';
import { selectWaiting } from './ending-store.ts';
import { selectPlansOfAppointment } from './facts-store.ts';
import { planEvents } from './plan-events.ts';
import { endOpenFollowups } from './store.ts';

type AppointmentEvent = EventOf<
  | 'appointment.booked'
  | 'appointment.moved'
  | 'appointment.cancelled'
  | 'appointment.no-show'
  | 'appointment.arrived'
>;

/**
 * Who is booked is invited no more, nor asked why they cancelled or stayed away; what goes before an appointment is
 * planned (C1).
 */
export async function planBooked(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAppointment(ctx, event.appointmentId);
  if (found?.state !== 'booked') return;
  await endByBooking(ctx, found, event.at);
  await plan(ctx, found, 'appointment.booked', found.startsAt);
}

/** Another time: what was to go before the old one goes before this. */
export async function planMoved(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAppointment(ctx, event.appointmentId);
  if (found?.state !== 'booked') return;
  await endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-moved');
  await plan(ctx, found, 'appointment.booked', found.startsAt);
}

/** Somebody who cancelled is asked why, and offered another time (C2: within 15 minutes). */
export async function planCancelled(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAppointment(ctx, event.appointmentId);
  // Heard late: since then they were booked again and gave that up too, and are called once, about the last.
  if (found?.state !== 'cancelled' || found.cancelledAt !== event.at) return;
  await endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-cancelled');
  await endPlansOf(ctx, found, 'appointment.cancelled', 'fact:booked', keyOf(found, event.at));
  await plan(ctx, found, 'appointment.cancelled', event.at);
}

/** Somebody who did not come is asked the same day whether all is well, and offered another time (E2). */
export async function planMissed(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAppointment(ctx, event.appointmentId);
  if (found?.state !== 'missed') return;
  await endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-missed');
  await plan(ctx, found, 'appointment.missed', event.at);
}

/** Late is not missed: who is here is not asked why they stayed away. */
export async function endMissed(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAppointment(ctx, event.appointmentId);
  if (found?.state === 'kept') await endPlansOf(ctx, found, 'appointment.missed', 'fact:booked');
}

async function endByBooking(ctx: TransactionContext, found: FoundAppointment, at: Instant): Promise<void> {
  const waiting = await selectWaiting(ctx, [found.customerId]);
  const ids = waiting
    .filter(({ step, eventAt }) => step.until === 'booked' && eventAt <= at)
    .map(({ id }) => id);
  if (ids.length === 0) return;
  const count = await endOpenFollowups(ctx, { ids }, 'fact:booked');
  await recordEnding(ctx, found.customerId, 'fact:booked', count);
}

/** What was planned because of it, but for one event of it. */
async function endPlansOf(
  ctx: TransactionContext,
  found: FoundAppointment,
  event: TriggerEvent,
  reason: EndReason,
  butKey: string | null = null,
): Promise<void> {
  const planIds = await selectPlansOfAppointment(ctx, found, event, butKey);
  if (planIds.length === 0) return;
  const count = await endOpenFollowups(ctx, { planIds }, reason);
  await recordEnding(ctx, found.customerId, reason, count);
}

/** Moved and moved back is the same promise again; cancelled twice is two. */
function keyOf({ id }: FoundAppointment, at: Instant): string {
  return `${id} ${at}`;
}

async function plan(
  ctx: TransactionContext,
  found: FoundAppointment,
  event: TriggerEvent,
  at: Instant,
): Promise<void> {
  const { customerId, clinicId, categories, doctorId } = found;
  await planEvents(ctx, [
    {
      event,
      key: keyOf(found, at),
      ...{ at, customerId, clinicId, categories },
      visitId: null,
      visitKind: null,
      inHandsOf: doctorId,
    },
  ]);
}
