import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { moveFollowupsWithOwners } from './store.ts';

/** Who gets a customer gets the calls that are still owed to them; what a released one is owed goes back to the role. */
export async function followOwner(
  ctx: TransactionContext,
  { moves }: EventOf<'customer.owner-changed'>,
): Promise<void> {
  const count = await moveFollowupsWithOwners(ctx, moves);
  if (count > 0) await recordAudit(ctx, { action: 'followups.followed-owner', reason: `${count}` });
}
