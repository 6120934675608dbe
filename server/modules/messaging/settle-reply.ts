import type { ReplyWay } from '#domain/messaging/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { lockReply, saveRead } from './replies-store.ts';

/** A colleague has read an answer, and says what came of it. Throws Conflict `reply-already-read`. */
export async function settleReply(
  ctx: Context,
  { id, way }: { id: string; way: ReplyWay },
): Promise<{ id: string; way: ReplyWay }> {
  requirePermission(ctx, 'messages.send');
  return inTransaction(ctx, async (ctx) => {
    const reply = await lockReply(ctx, id);
    if (!reply) throw new NotFound('message-reply', id);
    // A number nobody was written to is of no clinic: whoever sees all of them takes it.
    if (reply.clinicId !== null) requireClinic(ctx, reply.clinicId, 'message-reply', id);
    else if (ctx.actor.clinicIds !== 'all') throw new NotFound('message-reply', id);
    if (reply.readAt !== null) throw new Conflict('reply-already-read');
    await saveRead(ctx, id, way);
    await recordAudit(ctx, {
      action: 'message-reply.read',
      subject: { type: 'message-reply', id },
      after: { way },
    });
    return { id, way };
  });
}
