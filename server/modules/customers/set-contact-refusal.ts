import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { holdCustomer } from './get-customer.ts';
import { recordChanges } from './record-changes.ts';
import { updateCustomer } from './store.ts';

/** Notes that a customer wants no contact, or takes that back; for a verb that has asked for its own permission. */
export async function setContactRefusal(
  ctx: TransactionContext,
  customerId: string,
  refuses: boolean,
): Promise<void> {
  const before = await holdCustomer(ctx, customerId);
  if (before.refusesContact === refuses) return;
  await updateCustomer(ctx, customerId, { refusesContact: refuses });
  await recordChanges(ctx, { customerId, before, after: { refusesContact: refuses } });
  await recordAudit(ctx, {
    action: refuses ? 'customer.refused-contact' : 'customer.contact-allowed',
    subject: { type: 'customer', id: customerId },
    before,
    after: { ...before, refusesContact: refuses },
  });
}
