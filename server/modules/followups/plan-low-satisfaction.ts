import type { EventOf } from '#domain/events.ts';
import { asksForRepair } from '#domain/followups/satisfaction.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';
import { isUndone } from './attempts-store.ts';
import { selectFollowups } from './store.ts';

/** A fair or dissatisfied answer owes the customer a supervisor's call within 48 hours (D5). */
export async function planLowSatisfaction(
  ctx: TransactionContext,
  event: EventOf<'followup.answered'>,
): Promise<void> {
  if (!asksForRepair(event.score)) return;
  const [followup] = await selectFollowups(ctx, { ids: [event.followupId] });
  // Taken back since, or already the answer to a low score: repairing a repair is the supervisor's own decision.
  if (!followup || followup.state !== 'done' || followup.event === 'satisfaction.low') return;
  if (await isUndone(ctx, event.callId)) return;
  await planEvents(ctx, [
    {
      event: 'satisfaction.low',
      key: event.callId,
      at: event.at,
      customerId: followup.customerId,
      clinicId: followup.clinicId,
      visitId: null,
      visitKind: null,
      categories: [],
    },
  ]);
}
