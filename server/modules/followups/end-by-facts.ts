import type { EventOf } from '#domain/events.ts';
import { endingFacts, isEndedBy } from '#domain/followups/ending.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import { purposes } from '#domain/followups/protocol.ts';
import { reachesWhoRefuses } from '#domain/followups/held-back.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
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
  const waiting = await selectWaiting(ctx, [...new Set(visits.map(({ customerId }) => customerId))]);
  for (const visit of visits) {
    const theirs = waiting.filter(({ customerId }) => customerId === visit.customerId);
    await endByVisit(ctx, visit, theirs);
  }
}

async function endByVisit(
  ctx: TransactionContext,
  { id, customerId, closedAt: at, categories, finished }: VisitForPlanning,
  waiting: readonly WaitingFollowup[],
): Promise<void> {
  for (const until of endingFacts) {
    const ids = waiting
      .filter(({ step }) => step.until === until)
      .filter(({ trigger, ...plan }) =>
        isEndedBy(
          until,
          { ...plan, treatmentCategories: trigger.treatmentCategories },
          { id, at, categories, finished },
        ),
      )
      .map((each) => each.id);
    if (ids.length === 0) continue;
    const count = await endOpenFollowups(ctx, { ids }, `fact:${until}`);
    await recordEnding(ctx, customerId, `fact:${until}`, count);
  }
}

/** Somebody who wants no contact is owed nothing but what concerns their health or their complaint. */
export async function endForRefusal(ctx: TransactionContext, customerId: string): Promise<void> {
  const butPurposes = purposes.filter(reachesWhoRefuses);
  const count = await endOwedTo(ctx, customerId, butPurposes, 'fact:refuses-contact');
  await recordEnding(ctx, customerId, 'fact:refuses-contact', count);
}

/** The same, where it was noted on the record. */
export async function endIfRefused(
  ctx: TransactionContext,
  { customerId }: EventOf<'customer.standing-changed'>,
): Promise<void> {
  const customer = (await selectCustomersForPlanning(ctx, [customerId])).get(customerId);
  if (customer?.refusesContact) await endForRefusal(ctx, customerId);
}

/** What a refusal ended at that moment is owed again: it was a slip. */
export async function reopenAfterRefusal(
  ctx: TransactionContext,
  customerId: string,
  at: string,
): Promise<void> {
  await reopenEnded(ctx, customerId, 'fact:refuses-contact', at);
}

export async function recordEnding(
  ctx: TransactionContext,
  customerId: string,
  reason: EndReason,
  count: number,
): Promise<void> {
  if (count === 0) return;
  await recordAudit(ctx, {
    action: 'followups.ended-by-fact',
    subject: { type: 'customer', id: customerId },
    reason,
    after: { count },
  });
}
