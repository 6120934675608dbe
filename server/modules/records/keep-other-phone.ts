import type { TransactionContext } from '#server/platform/context.ts';
import { deletePhone, insertPhone } from './store.ts';

/** The number that a merge left out of the record stays one of the customer's; nothing where it is already. */
export async function keepOtherPhone(
  ctx: TransactionContext,
  customerId: string,
  kept: { id: string; phone: string },
): Promise<void> {
  await insertPhone(ctx, customerId, { ...kept, phoneLast4: kept.phone.slice(-4), label: null });
}

/** The merge is taken back, and with it what it had kept. */
export async function undoKeepingPhone(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<void> {
  await deletePhone(ctx, customerId, id);
}
