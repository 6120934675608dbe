import type { AppointmentState } from '#domain/appointments/appointment.ts';
import type { EventOf } from '#domain/events.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import type { FoundAppointment } from '../appointments/find-appointment.ts';
import { endInvitations, recordEnding } from './end-by-facts.ts';
import { selectPlansOfAppointment } from './facts-store.ts';
import { planEvents } from './plan-events.ts';
import { endOpenFollowups } from './store.ts';

type AppointmentEvent = EventOf<keyof typeof stateAfter>;

/** How an appointment stands after each event, unless something else befell it before the event was told. */
const stateAfter = {
  'appointment.booked': 'booked',
  'appointment.moved': 'booked',
  'appointment.cancelled': 'cancelled',
  'appointment.no-show': 'missed',
  'appointment.arrived': 'kept',
} as const satisfies Record<string, AppointmentState>;

/** What the event of an appointment makes pointless is owed no more, and what it asks for is planned (C1, C2, E2). */
export async function planAppointment(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAsTold(ctx, event);
  if (!found) return;
  // Again: what was planned meanwhile, by something told before this, was not there when it happened.
  await endFor(ctx, found, event);
  switch (event.type) {
    case 'appointment.booked':
    case 'appointment.moved':
      return plan(ctx, found, 'appointment.booked', found.startsAt);
    case 'appointment.cancelled':
      return plan(ctx, found, event.type, event.at);
    case 'appointment.no-show':
      return plan(ctx, found, 'appointment.missed', event.at);
    case 'appointment.arrived':
  }
}

/** What the event makes pointless is owed no more from that moment on: nobody is invited who is booked. */
export async function endByAppointment(ctx: TransactionContext, event: AppointmentEvent): Promise<void> {
  const found = await findAsTold(ctx, event);
  if (found) await endFor(ctx, found, event);
}

async function findAsTold(
  ctx: TransactionContext,
  event: AppointmentEvent,
): Promise<FoundAppointment | undefined> {
  const found = await findAppointment(ctx, event.appointmentId);
  if (found?.state !== stateAfter[event.type]) return undefined;
  // Booked again since then and given up too: they are called once, about the last.
  if (event.type === 'appointment.cancelled' && found.cancelledAt !== event.at) return undefined;
  return found;
}

async function endFor(
  ctx: TransactionContext,
  found: FoundAppointment,
  event: AppointmentEvent,
): Promise<void> {
  switch (event.type) {
    case 'appointment.booked':
      return endInvitations(ctx, [found.customerId], event.at);
    case 'appointment.moved':
      // What was to go before the old time goes before the new one.
      return endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-moved');
    case 'appointment.cancelled':
      await endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-cancelled');
      return endPlansOf(ctx, found, 'appointment.cancelled', 'fact:booked', keyOf(found, event.at));
    case 'appointment.no-show':
      return endPlansOf(ctx, found, 'appointment.booked', 'fact:appointment-missed');
    case 'appointment.arrived':
      // Late is not missed: who is here is not asked why they stayed away.
      return endPlansOf(ctx, found, 'appointment.missed', 'fact:booked');
  }
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
  await recordEnding(ctx, reason, await endOpenFollowups(ctx, { planIds }, reason));
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
