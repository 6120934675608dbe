import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { notePassed } from './change-followups.ts';
import { moveFollowupsWithOwners } from './following-store.ts';

/** Who gets a customer gets the calls that are still owed to them; what a released one is owed goes back to the role. */
export async function followOwner(
  ctx: TransactionContext,
  { moves }: EventOf<'customer.owner-changed'>,
): Promise<void> {
  const passed = await moveFollowupsWithOwners(ctx, moves);
  if (passed.length === 0) return;
  await notePassed(ctx, 'followed', passed);
  await recordAudit(ctx, { action: 'followups.followed-owner', reason: `${passed.length}` });
}
