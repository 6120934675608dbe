import type { QueuedMessage, SettleMessage } from '#domain/messaging/contract.ts';
import { useOf } from '#domain/messaging/contact-use.ts';
import { maySettle, settle } from '#domain/messaging/message-state.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { noteContact } from '../contacts/note-contact.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { findHandOver } from './find-hand-over.ts';
import { lockMessage, saveSettlement } from './store.ts';
import type { MessageRow } from './store.ts';

/** A colleague has sent it from the work phone, or has found out what became of it. Throws Conflict `message-not-waiting`. */
export async function settleMessage(
  ctx: Context,
  input: SettleMessage & { id: string },
): Promise<QueuedMessage> {
  requirePermission(ctx, 'messages.send');
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.id);
    if (!message) throw new NotFound('message', input.id);
    requireClinic(ctx, message.clinicId, 'message', input.id);
    const decision = maySettle(message, input.settlement);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const { state, reason } = await outcomeOf(ctx, message, settle(message, input.settlement)!);
    await saveSettlement(ctx, message.id, { state, reason });
    const use = useOf({ ...message, channel: message.channelAsked ?? 'by_hand' });
    if (state === 'sent_by_hand' && use && message.customerId !== null) {
      const { id: staffId } = ctx.actor;
      const zone = (await findClinicZone(ctx, message.clinicId)) ?? ctx.zone;
      const cause = { kind: 'message' as const, id: message.id };
      await noteContact(ctx, { ...use, customerId: message.customerId, at: ctx.now, staffId, cause, zone });
    }
    await recordAudit(ctx, {
      action: `message.${input.settlement}`,
      subject: { type: 'message', id: message.id },
      before: { state: message.state },
      after: { state },
      reason: input.reason,
    });
    return { id: message.id, state };
  });
}

/** What did not arrive waits for a hand, unless its customer has said no since it went. */
async function outcomeOf(
  ctx: TransactionContext,
  { customerId, kind, reason }: MessageRow,
  state: MessageState,
): Promise<{ state: MessageState; reason: string | null }> {
  if (state !== 'by_hand') return { state, reason };
  const handed =
    customerId !== null && kind !== 'staff_notice'
      ? (await findHandOver(ctx, [customerId]))(customerId, kind)
      : null;
  return handed?.do === 'stop' ? { state: 'stopped', reason: handed.why } : { state, reason: 'not-arrived' };
}
