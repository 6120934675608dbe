import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { updateContactRefusal } from './brief-store.ts';

/** Notes that a customer wants no contact, or takes it back; part of the caller's transaction. */
export async function setContactRefusal(
  ctx: TransactionContext,
  customerId: string,
  refuses: boolean,
): Promise<void> {
  await updateContactRefusal(ctx, customerId, refuses);
  await recordAudit(ctx, {
    action: refuses ? 'customer.refused-contact' : 'customer.contact-allowed',
    subject: { type: 'customer', id: customerId },
  });
}
