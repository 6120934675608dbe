import type { EventOf } from '#domain/events.ts';
import { opensCase } from '#domain/recovery/sign.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAnswer } from '../followups/find-answer.ts';
import { insertAct } from './acts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { noteSign } from './note-sign.ts';
import { noteWords } from './note-words.ts';
import { selectOpenOf } from './store.ts';

/**
 * A low score in a call opens a case, and so does a complaint in its notes; what the supervisor hears while one is open
 * stands in it.
 */
export async function noteCallAnswer(
  ctx: TransactionContext,
  { callId, followupId }: EventOf<'followup.answered'>,
): Promise<void> {
  const answer = await findAnswer(ctx, { callId, followupId });
  if (!answer) return;
  const { customerId, clinicId, visitId, staffId, at, score } = answer;
  const words = [answer.problem, answer.notes].filter(Boolean).join('\n') || null;
  if (answer.event === 'satisfaction.low') {
    const open = (await selectOpenOf(ctx, [customerId])).at(-1);
    // It is no new sign of the matter it was made for.
    if (open) return insertAct(ctx, open.id, { kind: 'called', words, score });
  }
  const { rules } = await rulesInForce(ctx);
  const heard = { customerId, clinicId, visitId, sourceId: callId, at, byId: staffId, score, words };
  if (opensCase(score, rules)) await noteSign(ctx, { ...heard, kind: 'low-score', special: null });
  await noteWords(ctx, heard);
}
