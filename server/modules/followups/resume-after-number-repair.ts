import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { resumeWrongNumbers } from './store.ts';

/** With a number that is right again the calls that stood still go on. */
export async function resumeAfterNumberRepair(
  ctx: TransactionContext,
  event: { customerId: string },
): Promise<void> {
  if ((await resumeWrongNumbers(ctx, event.customerId)) > 0) {
    await recordAudit(ctx, {
      action: 'followups.resumed',
      subject: { type: 'customer', id: event.customerId },
    });
  }
}
