import type { MessageCounts } from '#domain/messaging/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { countReplies } from './replies-store.ts';
import { countLists } from './store.ts';

/** How much waits on each list for somebody to look at it. */
export async function countMessages(
  ctx: Context,
  input: { clinicId?: string | undefined },
): Promise<MessageCounts> {
  requirePermission(ctx, 'messages.read');
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => ({
    ...(await countLists(ctx, clinicIds)),
    replies: await countReplies(ctx, 'open', clinicIds),
  }));
}
