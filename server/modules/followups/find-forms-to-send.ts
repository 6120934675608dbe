import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectFormsToSend } from './forms-store.ts';
import type { FormToSend } from './forms-store.ts';

export type { FormToSend };

/** The followups that began in that time and send the customer a form, for a verb of the clock. */
export function findFormsToSend(
  ctx: TransactionContext,
  time: { from: Instant; to: Instant },
): Promise<FormToSend[]> {
  return selectFormsToSend(ctx, time);
}
