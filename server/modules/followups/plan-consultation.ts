import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findClosedConsultation } from '../consultations/find-consultation.ts';
import type { ClosedConsultation } from '../consultations/find-consultation.ts';
import { findNextAppointment } from '../visits/find-next-appointment.ts';
import { planReminder } from './create-reminder.ts';
import { endInvitations, recordEnding } from './end-by-facts.ts';
import { planEvents } from './plan-events.ts';
import { endOpenFollowups, staffIsActive } from './store.ts';
import { selectPlansOfEvents } from './take-back-store.ts';

/** Somebody who did not decide is owed a contact (C2), and what was agreed as the next step. */
export async function planConsultation(
  ctx: TransactionContext,
  event: EventOf<'consultation.closed'>,
): Promise<void> {
  const closed = await findClosedConsultation(ctx, { id: event.consultationId, closing: event.closing });
  if (!closed) return;
  await planNextStep(ctx, closed, event);
  if (closed.outcome === 'deal') return;
  await planEvents(ctx, [
    {
      event: 'consultation.no_deal',
      key: keyOf(event),
      at: closed.closedAt,
      customerId: closed.customerId,
      clinicId: closed.clinicId,
      visitId: closed.visitId,
      visitKind: null,
      categories: closed.categories,
      inHandsOf: closed.consultantId,
    },
  ]);
  // Who has a time already, agreed on the spot or before, is not invited to one.
  if ((await findNextAppointment(ctx, closed.customerId)) !== null)
    await endInvitations(ctx, [closed.customerId], closed.closedAt);
}

/** What a closing planned ends when it is taken back; the next closing plans anew. */
export async function endConsultationPlans(
  ctx: TransactionContext,
  event: EventOf<'consultation.reopened'>,
): Promise<void> {
  const planIds = await selectPlansOfEvents(ctx, event.customerId, 'consultation.no_deal', [keyOf(event)]);
  const reason = 'fact:consultation-reopened';
  const ended = await endOpenFollowups(ctx, { planIds, ids: [reminderOf(event)] }, reason);
  await recordEnding(ctx, reason, ended);
}

async function planNextStep(
  ctx: TransactionContext,
  closed: ClosedConsultation,
  event: EventOf<'consultation.closed'>,
): Promise<void> {
  const step = closed.nextStep;
  if (step.kind !== 'followup') return;
  await planReminder(ctx, {
    id: reminderOf(event),
    customerId: closed.customerId,
    clinicId: closed.clinicId,
    // Whoever left in the meantime leaves it to everybody of the role.
    assigneeId: (await staffIsActive(ctx, step.staffId)) ? step.staffId : null,
    dueOn: step.on,
    matter: step.matter,
  });
}

type Closing = Pick<EventOf<'consultation.closed'>, 'consultationId' | 'closing'>;

function keyOf({ consultationId, closing }: Closing): string {
  return `${consultationId} ${closing}`;
}

function reminderOf(closing: Closing): string {
  return derivedId('next step of', keyOf(closing));
}
