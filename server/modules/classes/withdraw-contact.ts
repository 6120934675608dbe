import type { DeskContact } from '#domain/classes/contract.ts';
import { mayWithdraw } from '#domain/classes/desk-contact.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { contactOnRecord, holdContact, requirePerson, stateOf } from './find-contact.ts';
import { refreshClasses } from './refresh-classes.ts';
import { updateWithdrawn } from './store.ts';

/** Takes back a contact that a slip of the hand recorded; it counts nowhere then. */
export async function withdrawContact(ctx: Context, input: { id: string }): Promise<DeskContact> {
  requirePermission(ctx, 'classes.set');
  const by = requirePerson(ctx);
  return inTransaction(ctx, async (ctx) => {
    const contact = await holdContact(ctx, input.id);
    const decision = mayWithdraw(stateOf(contact), by, ctx.now);
    if (!decision.allowed) throw new Conflict(decision.reason);
    await updateWithdrawn(ctx, contact.id);
    await refreshClasses(ctx, [contact.customerId]);
    await recordAudit(ctx, {
      action: 'desk-contact.withdrawn',
      subject: { type: 'customer', id: contact.customerId },
    });
    return contactOnRecord(ctx, contact.id);
  });
}
