import type { TransactionContext } from '#server/platform/context.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { selectPhones } from './store.ts';

/** All of a customer's numbers, whole: to be compared or hashed, never to be shown. For a verb that asked for its own permission. */
export async function findPhones(ctx: TransactionContext, customerId: string): Promise<string[]> {
  const { phone } = await requireCustomer(ctx, customerId);
  const others = await selectPhones(ctx, customerId);
  return [...new Set([phone, ...others.map((one) => one.phone)])].filter((one) => one !== null);
}
