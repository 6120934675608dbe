import type { QueuedMessage, SendMessage } from '#domain/messaging/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { queueMessage } from './queue-message.ts';

/** A colleague sends one customer a message by a template. */
export async function sendMessage(ctx: Context, input: SendMessage): Promise<QueuedMessage> {
  requirePermission(ctx, 'messages.send');
  const { causeId, customerId, templateKey, channel, notBefore } = input;
  return inTransaction(ctx, async (ctx) => {
    const message = await queueMessage(ctx, {
      ...{ customerId, templateKey, channel, notBefore },
      variables: input.variables as Record<string, string>,
      cause: { kind: 'staff', id: causeId },
    });
    await recordAudit(ctx, {
      action: 'message.queued',
      subject: { type: 'message', id: message.id },
      reason: templateKey,
    });
    return message;
  });
}
