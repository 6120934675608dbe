import { addMinutes, dayAt } from '#domain/base/time.ts';
import { doorLimits, mayBeLookedFor, whoIsHere } from '#domain/checkins/check-in.ts';
import type { Awaited, Said } from '#domain/checkins/check-in.ts';
import type { CheckedIn, CheckIn, Door } from '#domain/checkins/contract.ts';
import { addressOf } from '#domain/links/link.ts';
import { readToken } from '#domain/links/token.ts';
import type { BoardCard } from '#domain/reception/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { findAskedAppointment } from '../confirmations/answer-ask.ts';
import { followLink } from '../links/follow-link.ts';
import { openToken } from '../links/open-token.ts';
import { gatherCards } from '../reception/gather-cards.ts';
import { receiveCustomer } from '../reception/receive-customer.ts';
import { findGuardianPhones } from '../records/find-guardian-phones.ts';
import { findPhonesOf } from '../records/find-phones.ts';
import { systemContext } from '../staff/gate.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { countDoorCalls, insertDoorCall, lockPoster, selectPoster } from './store.ts';

/** What whoever scans the code sees: where they are, and nothing else. Throws NotFound (`check-in`), TooMany to who guesses. */
export function openDoor(house: PublicContext, { place }: { place: string }): Promise<Door> {
  return atDoor(house, place, async (ctx, clinicId) => ({
    clinicName: (await getClinic(ctx, clinicId)).name,
  }));
}

/**
 * Somebody says that they are here. Whom today awaits stands on the board, marked as checked in by themselves. Who is
 * unknown, is not awaited, is one of two, or cannot be received without a question hears the same: please see the desk,
 * which is told. After too many wrong words nobody is looked for, and the desk's list grows no more.
 */
export function checkIn(house: PublicContext, { place, name, digits }: CheckIn): Promise<CheckedIn> {
  const keys = keysOf(house.dataDir);
  return atDoor(house, place, async (ctx, clinicId) => {
    await lockPoster(ctx, clinicId);
    const addressHash = keys.hashOf(ctx.orgId, `address ${addressOf(house.exchange.ip)}`);
    const wrong = await countDoorCalls(ctx, {
      ...{ clinicId, addressHash },
      sinceOfAddress: addMinutes(ctx.now, -doorLimits.ofAddressMinutes),
      sinceOfClinic: addMinutes(ctx.now, -doorLimits.ofClinicMinutes),
    });
    if (!mayBeLookedFor(wrong)) return { number: null };
    const number = await arrive(ctx, clinicId, (awaited) =>
      whoIsHere(awaited, { name, digits } satisfies Said),
    );
    if (number === null) await insertDoorCall(ctx, { id: newId(), clinicId, name, digits, addressHash });
    return { number };
  });
}

/** The same by the link to one's own appointment, from an hour before it. Throws NotFound (`link`). */
export function checkInByLink(house: PublicContext, { token }: { token: string }): Promise<CheckedIn> {
  return followLink(house, { token, purposes: ['appointment'], toUse: true }, async (ctx, link) => {
    const { appointmentId, clinicId } = await findAskedAppointment(ctx, link);
    const isMeant = (each: Awaited) => each.appointmentId === appointmentId;
    return { number: await arrive(ctx, clinicId, (awaited) => awaited.find(isMeant) ?? null) };
  });
}

/** The number of who is meant; null where the desk has to see to it. */
async function arrive(
  ctx: TransactionContext,
  clinicId: string,
  choose: (awaited: (Awaited & { card: BoardCard })[]) => { card: BoardCard } | null,
): Promise<number | null> {
  const { timezone } = await getClinic(ctx, clinicId);
  const { cards } = await gatherCards(ctx, { clinicId, day: dayAt(ctx.now, timezone) });
  const card = choose(await awaitedOf(ctx, cards))?.card;
  if (!card) return null;
  // Scanned a second time, they are here as before.
  if (card.visitId !== null) return card.number;
  const { customerId, appointmentId } = card;
  try {
    return (await receiveCustomer(ctx, { customerId, clinicId, appointmentId }, { isSelf: true })).number;
  } catch (error) {
    // A first visitor whose channel nobody knows, a visit that is still open: the desk asks.
    if (error instanceof Conflict) return null;
    throw error;
  }
}

async function awaitedOf(
  ctx: TransactionContext,
  cards: readonly BoardCard[],
): Promise<(Awaited & { card: BoardCard })[]> {
  const booked = cards.filter(({ appointmentId, stage }) => appointmentId !== null && stage !== 'gone');
  const ids = booked.map(({ customerId }) => customerId);
  const phones = await findPhonesOf(ctx, ids);
  const guardians = await findGuardianPhones(ctx, ids);
  return booked.map((card) => {
    const { customerId, customerName, appointmentId, startsAt } = card;
    const guardian = guardians.get(customerId);
    return {
      ...{ card, customerId, customerName, appointmentId: appointmentId!, startsAt: startsAt! },
      phones: [...(phones.get(customerId) ?? []), ...(guardian ? [guardian] : [])],
    };
  });
}

async function atDoor<T>(
  house: PublicContext,
  place: string,
  work: (ctx: TransactionContext, clinicId: string) => Promise<T>,
): Promise<T> {
  const opened = await openToken(house, readToken(place)?.code, async (orgId) => {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const poster = await selectPoster(ctx, { token: place });
      return poster && { found: await work(ctx, poster.clinicId) };
    });
  });
  if (opened === undefined) throw new NotFound('check-in');
  return opened.found;
}
