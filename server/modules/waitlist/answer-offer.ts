import type { z } from 'zod';
import type { OfferPage } from '#domain/customer-page/contract.ts';
import { greetingOf } from '#domain/customer-page/greeting.ts';
import type { AnswerOffer, AnswerOfferByLink, OfferAnswered } from '#domain/waitlist/contract.ts';
import { hoursBetween, wallTimeAt } from '#domain/base/time.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { bookAppointment } from '../appointments/book-appointment.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { followLink, linkGone } from '../links/follow-link.ts';
import { useLink } from '../links/use-link.ts';
import type { FollowedLink } from '../links/follow-link.ts';
import { nameHouse } from '../records/name-house.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { closeOffer, releaseOffer } from './close-offer.ts';
import { endWish, lockOffer, lockWish } from './store.ts';
import type { OfferRow } from './store.ts';

type Answered = z.infer<typeof OfferAnswered>;
type Answer = z.infer<typeof AnswerOffer>['answer'];

/** What the customer said on the phone. Throws Conflict `offer-over`, `slot-taken`. */
export async function answerOffer(
  ctx: Context,
  { id, answer }: { id: string; answer: Answer },
): Promise<Answered> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    const offer = await lockOffer(ctx, id);
    if (!offer || !maySeeClinic(ctx, offer.clinicId)) throw new NotFound('waitlist-offer', id);
    if (offer.state !== 'open') throw new Conflict('offer-over');
    return { state: await settle(ctx, offer, answer, 'phone') };
  });
}

/** What the customer sees behind the link: when, and until when it is kept; not with whom nor what for. */
export async function showOffer(ctx: TransactionContext, link: FollowedLink): Promise<OfferPage> {
  const offer = link.subjectId && (await lockOffer(ctx, link.subjectId));
  if (!offer || offer.state !== 'open') throw linkGone();
  const customer = await requireCustomer(ctx, link.customerId);
  const clinic = await getClinic(ctx, offer.clinicId);
  return {
    kind: 'offer',
    clinicName: await nameHouse(ctx, { customerId: customer.id, clinicId: clinic.id }),
    greeting: greetingOf(customer.name),
    startsAt: wallTimeAt(offer.startsAt, clinic.timezone),
    minutes: Math.round(hoursBetween(offer.startsAt, offer.endsAt) * 60),
    until: wallTimeAt(offer.until, clinic.timezone),
  };
}

/** The customer says so by the link; sent again, it says what became of it. */
export async function answerOfferByLink(
  house: PublicContext,
  { token, answer }: z.output<typeof AnswerOfferByLink>,
): Promise<Answered> {
  const wanted = { token, purposes: ['waitlist'] as const, toUse: true, evenShut: true };
  return followLink(house, wanted, async (ctx, link) => {
    const offer = link.subjectId && (await lockOffer(ctx, link.subjectId));
    if (!offer) throw linkGone();
    if (offer.state !== 'open') return { state: offer.state };
    if (link.isOpen) await useLink(ctx, link.id);
    return { state: await settle(ctx, offer, answer, 'online') };
  });
}

async function settle(
  ctx: TransactionContext,
  offer: OfferRow,
  answer: Answer,
  origin: 'phone' | 'online',
): Promise<OfferRow['state']> {
  const { customerId, clinicId, startsAt, endsAt, doctorId, chairId } = offer;
  await recordAudit(ctx, {
    action: `waitlist.${answer}`,
    subject: { type: 'customer', id: customerId },
    after: { startsAt, doctorId },
  });
  if (answer === 'declined') {
    await closeOffer(ctx, offer, 'declined');
    return 'declined';
  }
  const wish = (await lockWish(ctx, offer.wishId))!;
  await releaseOffer(ctx, offer, 'accepted');
  const booked = await bookAppointment(ctx, {
    ...{ customerId, clinicId, startsAt, doctorId, chairId, kindId: wish.kindId, origin },
    ...{ minutes: Math.round(hoursBetween(startsAt, endsAt) * 60), complaint: null, note: wish.note },
  });
  await endWish(ctx, wish.id, { state: 'booked', appointmentId: booked.id });
  return 'accepted';
}
