import { dayAt } from '#domain/base/time.ts';
import type { DeskContact, RecordContact } from '#domain/classes/contract.ts';
import { fitsStage, stageFor } from '#domain/classes/preclass.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { welcomeCustomer } from '../customers/welcome-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { findVisitors } from '../visits/find-visitors.ts';
import { contactOnRecord, requirePerson } from './find-contact.ts';
import { classesInForce } from './get-classes.ts';
import { refreshClasses } from './refresh-classes.ts';
import { insertChange, insertContact, updateClass } from './store.ts';

/** Somebody turned to the desk, and was classed at once or not yet (B1). */
export async function recordContact(ctx: Context, input: RecordContact): Promise<DeskContact> {
  requirePermission(ctx, 'classes.set');
  const takenBy = requirePerson(ctx);
  return inTransaction(ctx, async (ctx) => {
    const customer = await holdCustomer(ctx, input.customerId);
    // Of who died it is the family that calls.
    if (customer.deceasedOn === null) await welcomeCustomer(ctx, customer);
    const clinicId = input.clinicId ?? ctx.clinicId ?? customer.clinicId;
    requireClinic(ctx, clinicId, 'clinic', clinicId);
    const zone = await findClinicZone(ctx, clinicId);
    if (zone === undefined) throw new NotFound('clinic', clinicId);

    const stage = stageFor((await findVisitors(ctx, [customer.id])).has(customer.id));
    const { code, channel, matter } = input;
    if (code !== null) {
      const decision = fitsStage(code, stage, (await classesInForce(ctx)).rules.classes);
      if (!decision.allowed) throw new Conflict(decision.reason);
    }
    const id = newId();
    const day = dayAt(ctx.now, zone);
    await insertContact(ctx, { id, clinicId, customerId: customer.id, channel, day, stage, takenBy, matter });
    if (code !== null) {
      await updateClass(ctx, id, code, takenBy);
      const change = { contactId: id, customerId: customer.id, source: 'desk', before: null, code } as const;
      await insertChange(ctx, { ...change, by: takenBy });
      await refreshClasses(ctx, [customer.id]);
    }
    const contact = await contactOnRecord(ctx, id);
    await recordAudit(ctx, {
      action: 'desk-contact.recorded',
      subject: { type: 'customer', id: customer.id },
      after: { channel, code, matter },
    });
    return contact;
  });
}
