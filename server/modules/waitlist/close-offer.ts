import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import { releaseSlot } from '../appointments/take-slot.ts';
import { revokeLinks } from '../links/use-link.ts';
import { withdrawMessages } from '../messaging/withdraw-messages.ts';
import { offerNext } from './offer-freed-time.ts';
import { endOffer, selectOffers } from './store.ts';
import type { OfferRow } from './store.ts';

/** What was kept is given back, with its link and a message that has not gone. */
export async function releaseOffer(
  ctx: TransactionContext,
  offer: OfferRow,
  state: 'accepted' | 'declined' | 'expired',
): Promise<void> {
  if (offer.slotId !== null) await releaseSlot(ctx, offer.slotId);
  await endOffer(ctx, offer.id, state);
  await revokeLinks(ctx, { subjectId: offer.id });
  await withdrawMessages(ctx, { kind: 'waitlist-offer', id: offer.id });
}

/** Nobody took it: the next one is asked. */
export async function closeOffer(
  ctx: TransactionContext,
  offer: OfferRow,
  state: 'declined' | 'expired',
): Promise<void> {
  await releaseOffer(ctx, offer, state);
  const { startsAt, doctorId, chairId, freedUntil } = offer;
  const freedBy = await findAppointment(ctx, offer.freedBy);
  // As it was freed: the appointment itself may stand elsewhere by now.
  if (freedBy)
    await offerNext(ctx, { ...freedBy, startsAt, endsAt: freedUntil ?? freedBy.endsAt, doctorId, chairId });
}

/** The appointment that was cancelled stands again: its time is nobody else's. */
export async function withdrawOffers(
  ctx: TransactionContext,
  { appointmentId }: Pick<EventOf<'appointment.booked'>, 'appointmentId'>,
): Promise<void> {
  const booked = await findAppointment(ctx, appointmentId);
  if (!booked) return;
  const { startsAt } = booked;
  for (const offer of await selectOffers(ctx, { freedBy: appointmentId, startsAt, isOpen: true }))
    await releaseOffer(ctx, offer, 'expired');
}
