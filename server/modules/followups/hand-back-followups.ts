import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { notePassed } from './change-followups.ts';
import { releaseFollowupsOf } from './following-store.ts';

/** What somebody held goes back to their role when they leave. */
export async function handBackFollowups(
  ctx: TransactionContext,
  event: EventOf<'staff.disabled'>,
): Promise<void> {
  const passed = await releaseFollowupsOf(ctx, event.staffId);
  if (passed.length === 0) return;
  await notePassed(ctx, 'freed', passed);
  await recordAudit(ctx, {
    action: 'followups.handed-back',
    subject: { type: 'staff', id: event.staffId },
    reason: `${passed.length}`,
  });
}
