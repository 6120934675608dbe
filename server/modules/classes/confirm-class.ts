import type { DeskContact } from '#domain/classes/contract.ts';
import { mayConfirm } from '#domain/classes/desk-contact.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { contactOnRecord, holdContact, requirePerson, stateOf } from './find-contact.ts';
import { classesInForce } from './get-classes.ts';
import { refreshClasses } from './refresh-classes.ts';
import { insertChange, updateConfirmed } from './store.ts';

/** What a contact turned out to be, by the consultant or doctor who knows the customer since (B1). */
export async function confirmClass(ctx: Context, input: { id: string; code: string }): Promise<DeskContact> {
  requirePermission(ctx, 'classes.confirm');
  const by = requirePerson(ctx);
  return inTransaction(ctx, async (ctx) => {
    const contact = await holdContact(ctx, input.id);
    const table = (await classesInForce(ctx)).rules.classes;
    const decision = mayConfirm(stateOf(contact), input.code, table, by);
    if (!decision.allowed) throw new Conflict(decision.reason);
    if (contact.confirmed === input.code) return contactOnRecord(ctx, contact.id);
    const { id, customerId } = contact;
    const before = contact.confirmed ?? contact.code;
    await updateConfirmed(ctx, id, input.code, by);
    await insertChange(ctx, { contactId: id, customerId, source: 'confirmed', before, code: input.code, by });
    await refreshClasses(ctx, [customerId]);
    await recordAudit(ctx, {
      action: 'desk-contact.confirmed',
      subject: { type: 'customer', id: customerId },
      before: { confirmed: contact.confirmed },
      after: { confirmed: input.code },
    });
    return contactOnRecord(ctx, id);
  });
}
