import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { movePlans } from './move-plans.ts';
import { holdProtocols, markPlansMoved, selectBegunToMove, selectProtocols } from './versions-store.ts';

/**
 * Moves the plans already made to the versions that have begun and were published so: each version once, in the order
 * in which they begin. Run at any time and by any number of processes.
 */
export async function moveDuePlans(ctx: Context): Promise<void> {
  while (await inTransaction(ctx, moveToNext));
}

async function moveToNext(ctx: TransactionContext): Promise<boolean> {
  if ((await selectBegunToMove(ctx)).length === 0) return false;
  await holdProtocols(ctx);
  const [next] = await selectBegunToMove(ctx);
  if (!next) return false;
  const to = (await selectProtocols(ctx)).find(({ versionId }) => versionId === next.id)!;
  await movePlans(ctx, to, { write: true });
  await markPlansMoved(ctx, next.id);
  await recordAudit(ctx, {
    action: 'protocol.plans-moved',
    subject: { type: 'protocol', id: next.id },
    after: { plansMovedAt: ctx.now },
    reason: next.code,
  });
  return true;
}
