import type { EventOf } from '#domain/events.ts';
import { followupsAnsweredBy } from '#domain/followups/answered-by-form.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { findSurvivors } from '../customers/find-survivors.ts';
import { holdSurvivor } from '../customers/hold-survivor.ts';
import { insertAttempt } from './attempts-store.ts';
import { changeBy } from './record-call.ts';
import { lockFollowups, selectFollowups, updateFollowup } from './store.ts';
import type { FollowupWithStep } from './store.ts';

type Answered = EventOf<'form.answered'>;

/**
 * A customer who has said by themselves how content they are is not called to be asked the same: the followup is done,
 * with their score, by nobody's call. The answer stands for the call in everything that is told of it.
 */
export async function closeByForms(ctx: TransactionContext, events: readonly Answered[]): Promise<void> {
  const survivors = await findSurvivors(
    ctx,
    events.map(({ customerId }) => customerId),
  );
  const whoOf = ({ customerId }: Answered) => survivors.get(customerId) ?? customerId;
  const customerIds = [...new Set(events.map(whoOf))];
  const open = await selectFollowups(ctx, { customerIds, state: 'open' });
  for (const event of events) {
    const theirs = open.filter(({ customerId }) => customerId === whoOf(event));
    if (answeredIn(theirs, event).length > 0) await closeByForm(ctx, event);
  }
}

async function closeByForm(ctx: TransactionContext, event: Answered): Promise<void> {
  const customer = await holdSurvivor(ctx, event.customerId);
  if (!customer) return;
  const ids = answeredIn(await selectFollowups(ctx, { customerId: customer.id, state: 'open' }), event);
  const { answerId: callId, score, at } = event;
  for (const followup of await lockFollowups(ctx, ids)) {
    if (followup.state !== 'open') continue;
    await insertAttempt(ctx, {
      ...{ id: newId(), call_id: callId, customer_id: customer.id, followup_id: followup.id, staff_id: null },
      ...{ at, channel: 'form', result: 'reached', duration_seconds: null, score },
      ...{ notes: null, problem: null, action_plan: null, next_appointment_on: null },
      ...{ call_back_at: null, reason: null, followup_before: followup.before, customer_before: null },
    });
    await updateFollowup(ctx, followup.id, changeBy({ kind: 'done' }, followup, at, null));
    await recordAudit(ctx, {
      action: 'followup.answered-by-form',
      subject: { type: 'followup', id: followup.id },
      reason: callId,
    });
    await announce(ctx, {
      type: 'followup.answered',
      ...{ followupId: followup.id, customerId: customer.id, callId, score, at },
    });
  }
}

function answeredIn(open: readonly FollowupWithStep[], event: Answered): string[] {
  return followupsAnsweredBy(
    event,
    open.map(({ step, ...followup }) => ({ ...followup, asksScore: step.asksScore })),
  );
}
