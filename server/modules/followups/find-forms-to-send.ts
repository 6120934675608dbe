import type { UnsentReason } from '#domain/followups/contract.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectFormsToSend, updateUnsentForm } from './forms-store.ts';
import type { FormToSend } from './forms-store.ts';

export type { FormToSend };

/**
 * The followups that began in that time and send the customer a form, for a verb of the clock; what could not be sent
 * is left alone until some time has passed.
 */
export function findFormsToSend(
  ctx: TransactionContext,
  time: { from: Instant; to: Instant; failedBefore: Instant },
): Promise<FormToSend[]> {
  return selectFormsToSend(ctx, time);
}

/** Whoever calls is told that its form did not go out, and why; null: it has. */
export function noteUnsentForm(
  ctx: TransactionContext,
  followupId: string,
  because: UnsentReason | null,
): Promise<void> {
  return updateUnsentForm(ctx, followupId, because);
}
