import type { EventOf } from '#domain/events.ts';
import { addMinutes, hoursBetween, saidAt } from '#domain/base/time.ts';
import { offerUntil, rankWishes } from '#domain/waitlist/fitting.ts';
import type { Fit } from '#domain/waitlist/fitting.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findAppointment } from '../appointments/find-appointment.ts';
import type { FoundAppointment } from '../appointments/find-appointment.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { holdSlot } from '../appointments/take-slot.ts';
import type { Place } from '../appointments/take-slot.ts';
import { createLink } from '../links/create-link.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { insertOffer, selectOffers, selectWishes } from './store.ts';
import type { OfferRow, WishRow } from './store.ts';

/** A customer cancelled: the time is kept for the first of those it fits, and they are asked. */
export async function offerFreedTime(
  ctx: TransactionContext,
  { appointmentId }: Pick<EventOf<'appointment.cancelled'>, 'appointmentId'>,
): Promise<void> {
  const freed = await findAppointment(ctx, appointmentId);
  // What the clinic itself cancelled is no free time.
  if (freed?.state === 'cancelled' && freed.cancelledFor === 'customer') await offerNext(ctx, freed);
}

/** An appointment was moved: so is the time it stood at before, chair and all. */
export async function offerLeftTime(
  ctx: TransactionContext,
  { appointmentId, from }: EventOf<'appointment.moved'>,
): Promise<void> {
  const moved = from && (await findAppointment(ctx, appointmentId));
  if (moved) await offerNext(ctx, { ...moved, ...from });
}

/** A time that somebody gave up: theirs is not offered to themselves. */
export type FreedPlace = Pick<FoundAppointment, 'id' | 'clinicId' | 'customerId' | keyof Place>;

/** Asks the next one who was not asked about this time yet; nobody where it is too late or nobody is left. */
export async function offerNext(ctx: TransactionContext, freed: FreedPlace): Promise<void> {
  const { clinicId, customerId, startsAt, endsAt, doctorId } = freed;
  const zone = (await findClinicZone(ctx, clinicId))!;
  const until = offerUntil(startsAt, ctx.now, await findDeskRules(ctx, clinicId), zone);
  if (until === null) return;
  const asked = await selectOffers(ctx, { freedBy: freed.id, startsAt });
  const open = await selectOffers(ctx, { clinicId, isOpen: true });
  const passedOver = new Set([...asked, ...open].map(({ wishId }) => wishId));
  const waiting = (await selectWishes(ctx, { clinicId, isWaiting: true })).filter(
    (wish) => wish.customerId !== customerId && !passedOver.has(wish.id),
  );
  for (const { wish, fit } of rankWishes(waiting, { startsAt, endsAt, doctorId }, ctx.now, zone)) {
    const kept = await keepFor(ctx, freed, wish, until);
    if (kept === 'taken') return;
    if (await offer(ctx, freed, { wish, fit, until, slotId: kept, zone })) return;
  }
}

async function keepFor(
  ctx: TransactionContext,
  { clinicId, doctorId, chairId, startsAt }: FreedPlace,
  wish: WishRow,
  until: string,
): Promise<string | 'taken'> {
  const place = { clinicId, doctorId, chairId, startsAt, endsAt: addMinutes(startsAt, wish.minutes) };
  try {
    return await holdSlot(ctx, place, hoursBetween(ctx.now, until) * 60);
  } catch (error) {
    // Somebody at the desk was quicker: then there is nothing to offer.
    if (error instanceof Conflict && error.code === 'slot-taken') return 'taken';
    throw error;
  }
}

async function offer(
  ctx: TransactionContext,
  freed: FreedPlace,
  {
    wish,
    fit,
    until,
    slotId,
    zone,
  }: { wish: WishRow; fit: Fit; until: string; slotId: string; zone: string },
): Promise<boolean> {
  const { clinicId, doctorId, chairId, startsAt } = freed;
  const made: OfferRow = {
    ...{ id: newId(), wishId: wish.id, clinicId, customerId: wish.customerId, freedBy: freed.id, doctorId },
    ...{ chairId, freedUntil: freed.endsAt },
    ...{ startsAt, endsAt: addMinutes(startsAt, wish.minutes), slotId, until, state: 'open', fit },
  };
  if (!(await insertOffer(ctx, made))) return false;
  const { customerId } = wish;
  const link = await createLink(ctx, {
    ...{ customerId, purpose: 'waitlist', subjectId: made.id, expiresAt: until },
  });
  const said = saidAt(startsAt, zone);
  await queueMessage(ctx, {
    ...{ customerId, templateKey: 'waitlist-offer', cause: { kind: 'waitlist-offer', id: made.id } },
    variables: {
      ...{ day: said.slice(0, -5), time: said.slice(-5), link: link.url },
      text: saidAt(until, zone),
    },
  });
  await recordAudit(ctx, {
    action: 'waitlist.offered',
    subject: { type: 'customer', id: customerId },
    after: { startsAt, doctorId, until, fit },
  });
  return true;
}
