import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAnswer } from '../followups/find-answer.ts';
import { noteSign } from './note-sign.ts';

/** A warning sign of the body is a case at once: the doctor's task is about the health, the case about the customer. */
export async function noteRedFlag(
  ctx: TransactionContext,
  { callId, followupId, customerId, at }: EventOf<'red-flag.raised'>,
): Promise<void> {
  const answer = await findAnswer(ctx, { callId, followupId });
  if (!answer) return;
  const { clinicId, visitId, staffId, score } = answer;
  const words = [answer.problem, answer.notes].filter(Boolean).join('\n') || null;
  await noteSign(ctx, {
    ...{ kind: 'red-flag', customerId, clinicId, visitId, sourceId: callId, at, byId: staffId, score, words },
    special: null,
  });
}
