import type { TransactionContext } from '#server/platform/context.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { listPeople } from '../customers/list-people.ts';
import { selectPhoneHolders, selectPhones, selectPhonesOf } from './store.ts';

/** All of a customer's numbers, whole: to be compared or hashed, never to be shown. For a verb that asked for its own permission. */
export async function findPhones(ctx: TransactionContext, customerId: string): Promise<string[]> {
  const { phone } = await requireCustomer(ctx, customerId);
  const others = await selectPhones(ctx, customerId);
  return [...new Set([phone, ...others.map((one) => one.phone)])].filter((one) => one !== null);
}

/** The same of many customers. */
export async function findPhonesOf(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, string[]>> {
  const [first, others] = [await findRecipients(ctx, customerIds), await selectPhonesOf(ctx, customerIds)];
  const phones = new Map([...first].map(([id, { phone }]) => [id, phone === null ? [] : [phone]]));
  for (const { customerId, phone } of others) phones.get(customerId)?.push(phone);
  return phones;
}

/** Everybody who has one of these numbers, as their first or besides. */
export async function findPhoneHolders(
  ctx: TransactionContext,
  phones: readonly string[],
): Promise<string[]> {
  if (phones.length === 0) return [];
  const ids = await selectPhoneHolders(ctx, phones);
  return (await listPeople(ctx, { ids, phones })).map(({ id }) => id);
}
