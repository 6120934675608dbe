import { addHours } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import { gradeOfAnswer, strongest } from '#domain/evidence/grade.ts';
import { callAnsweredBy } from '#domain/evidence/match.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { evidenceRules } from './get-rules.ts';
import { selectEvidence, upsertAnswer } from './store.ts';

/** An answer from the customer's own hands shows that the last call before it was made. */
export async function raiseEvidence(ctx: TransactionContext, event: EventOf<'form.answered'>): Promise<void> {
  const grade = gradeOfAnswer(event);
  if (grade === null) return;
  const { rules } = await evidenceRules(ctx);
  const from = addHours(event.at, -24 * rules.answerWithinDays);
  const calls = await listContacts(ctx, {
    ...{ from, to: event.at, clinicIds: null, staffId: null },
    customerIds: [event.customerId],
  });
  const call = callAnsweredBy(calls, event.at, rules);
  if (!call) return;
  const before = (await selectEvidence(ctx, [call.callId])).get(call.callId)?.grade ?? 'E0';
  if (strongest(before, grade) === before) return;
  await upsertAnswer(ctx, { callId: call.callId, answerId: event.answerId, grade });
}
