import type { WaitlistWish } from '#domain/waitlist/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import type { WishRow } from './store.ts';

/** With whose they are; phones are masked. */
export async function presentWishes(
  ctx: TransactionContext,
  rows: readonly WishRow[],
): Promise<WaitlistWish[]> {
  const customers = await briefCustomers(ctx, [...new Set(rows.map((row) => row.customerId))]);
  return rows.map((row) => {
    const { name: customerName, phone, grade } = customers.get(row.customerId)!;
    return { ...row, customerName, phone, grade };
  });
}
