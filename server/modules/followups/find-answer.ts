import type { TransactionContext } from '#server/platform/context.ts';
import { selectAnswer } from './attempts-store.ts';
import type { Answer } from './attempts-store.ts';

/** What was heard in a call about one of its followups; null where that was taken back since. */
export async function findAnswer(
  ctx: TransactionContext,
  call: { callId: string; followupId: string },
): Promise<Answer | null> {
  return (await selectAnswer(ctx, call)) ?? null;
}
