import type { AddPhone } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { phoneColumns } from '../customers/phone.ts';
import { recordChanges } from '../customers/record-changes.ts';
import { insertPhone } from './store.ts';

/** One more number of a customer. Throws Invalid `not-a-phone`, Conflict `phone-known` when it is theirs already. */
export async function addPhone(ctx: Context, input: AddPhone & { id: string }): Promise<{ id: string }> {
  requirePermission(ctx, 'customers.write');
  const { phone, phoneLast4 } = phoneColumns(input.phone);
  if (phone === null || phoneLast4 === null) throw new Invalid({ path: 'phone', code: 'not-a-phone' });
  return inTransaction(ctx, async (ctx) => {
    const customer = await holdCustomer(ctx, input.id);
    const added = { id: newId(), phone, phoneLast4, label: input.label || null };
    if (customer.phone === phone || !(await insertPhone(ctx, customer.id, added)))
      throw new Conflict('phone-known');
    await recordChanges(ctx, { customerId: customer.id, before: {}, after: { phones: phone } });
    await recordAudit(ctx, {
      action: 'customer.phone-added',
      subject: { type: 'customer', id: customer.id },
    });
    await announce(ctx, { type: 'customer.phone-added', customerId: customer.id });
    return { id: added.id };
  });
}
