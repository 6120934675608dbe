import { addHours } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import { gradeOfAnswer, strongest } from '#domain/evidence/grade.ts';
import { callAnsweredBy } from '#domain/evidence/match.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { evidenceRules } from './get-rules.ts';
import { selectEvidence, upsertAnswer } from './store.ts';

/** An answer from the customer's own hands shows that the last call before it was made. */
export async function raiseEvidence(
  ctx: TransactionContext,
  events: readonly EventOf<'form.answered'>[],
): Promise<void> {
  const answers = events.flatMap((event) => {
    const grade = gradeOfAnswer(event);
    return grade === null ? [] : [{ ...event, grade }];
  });
  if (answers.length === 0) return;
  const { rules } = await evidenceRules(ctx);
  const times = answers.map(({ at }) => at).toSorted();
  const calls = await listContacts(ctx, {
    ...{ from: addHours(times[0]!, -24 * rules.answerWithinDays), to: times.at(-1)! },
    ...{ clinicIds: null, staffId: null },
    customerIds: [...new Set(answers.map(({ customerId }) => customerId))],
  });
  for (const { customerId, answerId, at, grade } of answers) {
    const theirs = calls.filter((call) => call.customerId === customerId);
    const call = callAnsweredBy(theirs, at, rules);
    if (!call) continue;
    const before = (await selectEvidence(ctx, [call.callId])).get(call.callId)?.grade ?? 'E0';
    if (strongest(before, grade) === before) continue;
    await upsertAnswer(ctx, { callId: call.callId, answerId, grade });
  }
}
