import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { phoneColumns } from './phone.ts';
import { recordChanges } from './record-changes.ts';
import { updateCustomer } from './store.ts';

/**
 * Another number on the record, for a verb that holds the customer, has asked for its own permission, and sees itself
 * to what the number is for. Gives it in its one form. Throws Invalid `not-a-phone`.
 */
export async function setPhone(
  ctx: TransactionContext,
  customer: { id: string; phone: string | null },
  typed: string | null,
): Promise<string | null> {
  const { phone } = phoneColumns(typed);
  if (phone === customer.phone) return phone;
  await updateCustomer(ctx, customer.id, { phone });
  await recordChanges(ctx, { customerId: customer.id, before: customer, after: { phone } });
  await recordAudit(ctx, {
    action: 'customer.edited',
    subject: { type: 'customer', id: customer.id },
    before: { phone: customer.phone },
    after: { phone },
  });
  return phone;
}
