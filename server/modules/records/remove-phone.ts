import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { recordChanges } from '../customers/record-changes.ts';
import { deletePhone } from './store.ts';

/** Takes a number off that is no longer theirs. */
export async function removePhone(
  ctx: Context,
  input: { id: string; phoneId: string },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'customers.write');
  await inTransaction(ctx, async (ctx) => {
    const customer = await holdCustomer(ctx, input.id);
    const gone = await deletePhone(ctx, customer.id, input.phoneId);
    if (!gone) throw new NotFound('phone', input.phoneId);
    await recordChanges(ctx, {
      customerId: customer.id,
      before: { phones: gone.phone },
      after: { phones: null },
    });
    await recordAudit(ctx, {
      action: 'customer.phone-removed',
      subject: { type: 'customer', id: customer.id },
    });
  });
  return {};
}
