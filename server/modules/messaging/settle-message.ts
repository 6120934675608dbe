import type { QueuedMessage, SettleMessage } from '#domain/messaging/contract.ts';
import { useOf } from '#domain/messaging/contact-use.ts';
import { maySettle, settle } from '#domain/messaging/message-state.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { noteContact } from '../contacts/note-contact.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { lockMessage, saveSettlement } from './store.ts';

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
    const decision = maySettle(message.state, input.settlement);
    if (!decision.allowed) throw new Conflict(decision.reason);
    const state = settle(message.state, input.settlement)!;
    const reason = state === 'by_hand' ? 'not-arrived' : message.reason;
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
