import type { TransactionContext } from '#server/platform/context.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { dropWaiting } from './store.ts';

/** What was wished for a cause that was a slip is not sent; what has gone has gone. */
export async function withdrawMessages(
  ctx: TransactionContext,
  cause: { kind: string; id: string },
): Promise<void> {
  const dropped = await dropWaiting(ctx, cause);
  for (const id of dropped)
    await recordAudit(ctx, { action: 'message.withdrawn', subject: { type: 'message', id } });
}
