import type { Instant } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import { endingFacts, isEndedBy } from '#domain/followups/ending.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import { purposes } from '#domain/followups/protocol.ts';
import { reachesWhoRefuses } from '#domain/followups/held-back.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { endOwedTo, reopenEnded, selectWaiting } from './ending-store.ts';
import type { WaitingFollowup } from './ending-store.ts';
import { endOpenFollowups } from './store.ts';
import { selectCustomersForPlanning } from './planning-store.ts';
import type { VisitForPlanning } from './planning-store.ts';

/** Closed visits end what was waiting for them: nobody is chased who was treated, or asked about what is over. */
export async function endByVisits(
  ctx: TransactionContext,
  visits: readonly VisitForPlanning[],
): Promise<void> {
  if (visits.length === 0) return;
  const waiting = await selectWaiting(ctx, [...new Set(visits.map(({ customerId }) => customerId))]);
  const visitsOf = Map.groupBy(visits, ({ customerId }) => customerId);
  for (const until of endingFacts) {
    const ids = waiting
      .filter(({ step }) => step.until === until)
      .filter((followup) => visitsOf.get(followup.customerId)!.some((visit) => ends(visit, followup)))
      .map((followup) => followup.id);
    const reason = `fact:${until}` as const;
    await recordEnding(ctx, reason, await endOpenFollowups(ctx, { ids }, reason));
  }
}

function ends(
  { id, closedAt: at, categories, finished }: VisitForPlanning,
  { step, trigger, ...plan }: WaitingFollowup,
): boolean {
  const { treatmentCategories } = trigger;
  return isEndedBy(step.until, { ...plan, treatmentCategories }, { id, at, categories, finished });
}

/** Who is booked is invited no more, nor asked why they cancelled or stayed away: for what happened until then. */
export async function endInvitations(
  ctx: TransactionContext,
  customerIds: readonly string[],
  bookedAt: Instant,
): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = (await selectWaiting(ctx, customerIds))
    .filter(({ step, eventAt }) => step.until === 'booked' && eventAt <= bookedAt)
    .map(({ id }) => id);
  await recordEnding(ctx, 'fact:booked', await endOpenFollowups(ctx, { ids }, 'fact:booked'));
}

/** Somebody who wants no contact is owed nothing but what concerns their health or their complaint. */
export async function endForRefusal(ctx: TransactionContext, customerId: string): Promise<void> {
  const butPurposes = purposes.filter(reachesWhoRefuses);
  const ended = await endOwedTo(ctx, customerId, butPurposes, 'fact:refuses-contact');
  await recordEnding(ctx, 'fact:refuses-contact', ended);
}

/** The same, where it was noted on the record; and who died or moved away is owed nothing at all. */
export async function endByStanding(
  ctx: TransactionContext,
  { customerId }: EventOf<'customer.standing-changed'>,
): Promise<void> {
  const customer = (await selectCustomersForPlanning(ctx, [customerId])).get(customerId);
  if (customer?.gone) {
    const reason = `fact:${customer.gone}` as const;
    await recordEnding(ctx, reason, await endOwedTo(ctx, customerId, [], reason));
  } else if (customer?.refusesContact) await endForRefusal(ctx, customerId);
}

/** What a refusal ended at that moment is owed again: it was a slip. */
export async function reopenAfterRefusal(
  ctx: TransactionContext,
  customerId: string,
  at: string,
): Promise<void> {
  await reopenEnded(ctx, customerId, 'fact:refuses-contact', { endedAt: at });
}

/** Keeps on record that followups of these customers ended by themselves, and why: a row for each customer. */
export async function recordEnding(
  ctx: TransactionContext,
  reason: EndReason,
  customerIds: readonly string[],
): Promise<void> {
  const ended = Map.groupBy(customerIds, (id) => id);
  const facts = [...ended].map(([id, { length: count }]) => ({
    action: 'followups.ended-by-fact',
    subject: { type: 'customer', id },
    reason,
    after: { count },
  }));
  if (facts.length > 0) await recordAudits(ctx, facts);
}
