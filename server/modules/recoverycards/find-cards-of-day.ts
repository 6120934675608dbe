import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { daysOf } from '#domain/recoverycards/card.ts';
import { cardOf } from '#domain/recoverycards/card-of.ts';
import type { CardOfDay, CardVersion } from '#domain/recoverycards/contract.ts';
import { standardCards } from '#domain/recoverycards/standard-cards.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { cardAsShipped, isWaiting } from './get-card.ts';
import { selectCards } from './store.ts';

/** More at once nobody asks about in a call. */
const atMost = 4;

/**
 * The cards that hold today for what was done to a customer, the latest procedure first; one that was done again is
 * counted from the last time. For a verb that has asked for its own permission.
 */
export async function findCardsOfDay(
  ctx: TransactionContext,
  visits: readonly Visit[],
  zone: TimeZone,
): Promise<CardOfDay[]> {
  const today = dayAt(ctx.now, zone);
  const recent = visits
    .filter(({ state, visitedOn }) => state === 'closed' && visitedOn <= today)
    .map((visit) => ({ visit, day: daysBetween(visit.visitedOn, today) }))
    .filter(({ day }) => day <= 366)
    .sort((a, b) => a.day - b.day);
  if (recent.length === 0) return [];
  const cards = (await cardsInForce(ctx)).map((card) => ({ ...card, ...card.definition }));
  // Null: done again lately, and nothing is said of that day.
  const found = new Map<string, CardOfDay | null>();
  for (const { visit, day } of recent) {
    for (const { category, name, doctorId, doctorName } of visit.treatments) {
      const card = cardOf(cards, { category, name });
      if (!card || found.has(card.code)) continue;
      const { code, version, name: named, approvedAt } = card;
      const days = daysOf(card, day);
      const about = { visitId: visit.id, visitedOn: visit.visitedOn, treatment: name, doctorId, doctorName };
      found.set(
        code,
        days ? { code, version, name: named, isApproved: approvedAt !== null, ...about, day, days } : null,
      );
    }
  }
  return [...found.values()].filter((card) => card !== null).slice(0, atMost);
}

async function cardsInForce(ctx: TransactionContext): Promise<CardVersion[]> {
  const approved = (await selectCards(ctx)).filter((card) => !isWaiting(card));
  const own = [...new Map(approved.toReversed().map((card) => [card.definition.code, card])).values()];
  const shipped = standardCards.filter(({ code }) => !own.some(({ definition }) => definition.code === code));
  return [...own, ...shipped.map(({ code }) => cardAsShipped(code)!)];
}

/** A card as somebody saw it on the call sheet, be there a newer one by now. */
export async function findCardVersion(
  ctx: TransactionContext,
  code: string,
  version: number,
): Promise<CardVersion | undefined> {
  if (version === 0) return cardAsShipped(code);
  return (await selectCards(ctx, code)).find((card) => card.version === version && !isWaiting(card));
}
