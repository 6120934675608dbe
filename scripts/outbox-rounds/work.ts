import { sendDue, settleDoubts, settleLost } from '#server/modules/messaging/send-due.ts';
import type { Outbox } from '#server/modules/messaging/send-due.ts';
import type { Context } from '#server/platform/context.ts';

/** One round of a messenger. */
export async function work(ctx: Context, outbox: Outbox): Promise<void> {
  await settleLost(ctx, outbox);
  await sendDue(ctx, outbox);
  await settleDoubts(ctx, outbox);
}
