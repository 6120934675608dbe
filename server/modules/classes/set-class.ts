import type { DeskContact } from '#domain/classes/contract.ts';
import { mayClass } from '#domain/classes/desk-contact.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { contactOnRecord, holdContact, requirePerson, stateOf } from './find-contact.ts';
import { classesInForce } from './get-classes.ts';
import { refreshClasses } from './refresh-classes.ts';
import { insertChange, updateClass } from './store.ts';

/** The desk's class of a contact, set later or changed; the one set first stays the one that is measured. */
export async function setClass(ctx: Context, input: { id: string; code: string }): Promise<DeskContact> {
  requirePermission(ctx, 'classes.set');
  const by = requirePerson(ctx);
  return inTransaction(ctx, async (ctx) => {
    const contact = await holdContact(ctx, input.id);
    const decision = mayClass(stateOf(contact), input.code, (await classesInForce(ctx)).rules.classes);
    if (!decision.allowed) throw new Conflict(decision.reason);
    if (contact.code === input.code) return contactOnRecord(ctx, contact.id);
    const { id, customerId, code: before } = contact;
    await updateClass(ctx, id, input.code, by);
    await insertChange(ctx, { contactId: id, customerId, source: 'desk', before, code: input.code, by });
    await refreshClasses(ctx, [customerId]);
    await recordAudit(ctx, {
      action: 'desk-contact.classed',
      subject: { type: 'customer', id: customerId },
      before: { code: before },
      after: { code: input.code },
    });
    return contactOnRecord(ctx, id);
  });
}
