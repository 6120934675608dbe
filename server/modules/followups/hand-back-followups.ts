import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { releaseFollowupsOf } from './store.ts';

/** What somebody held goes back to their role when they leave. */
export async function handBackFollowups(
  ctx: TransactionContext,
  event: EventOf<'staff.disabled'>,
): Promise<void> {
  const count = await releaseFollowupsOf(ctx, event.staffId);
  if (count > 0) {
    await recordAudit(ctx, {
      action: 'followups.handed-back',
      subject: { type: 'staff', id: event.staffId },
      reason: `${count}`,
    });
  }
}
