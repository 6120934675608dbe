import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { restoreEscalated, resumeEscalated } from './escalated-store.ts';
import type { ResumedFollowup } from './escalated-store.ts';

export type { ResumedFollowup };

/** With a number that is right again the calls that stood still go on. */
export async function resumeAfterNumberRepair(
  ctx: TransactionContext,
  event: { customerId: string },
): Promise<void> {
  await resumeFollowups(ctx, event.customerId);
}

/** The same in the transaction that brought the number; gives them as they stood. */
export async function resumeFollowups(
  ctx: TransactionContext,
  customerId: string,
): Promise<ResumedFollowup[]> {
  const resumed = await resumeEscalated(ctx, customerId);
  if (resumed.length > 0)
    await recordAudit(ctx, { action: 'followups.resumed', subject: { type: 'customer', id: customerId } });
  return resumed;
}

/** The number was none after all: what nobody touched since stands as it did. */
export function standAgain(ctx: TransactionContext, resumed: readonly ResumedFollowup[]): Promise<number> {
  return restoreEscalated(ctx, resumed);
}
