import type { PhoneSharers } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listPeople } from '../customers/list-people.ts';
import { readPhone } from '../customers/phone.ts';
import { selectPhoneHolders } from './store.ts';

/** Who else has the phone that is being typed: a family, or somebody who is on record already. */
export async function findPhoneSharers(ctx: Context, input: { phone: string }): Promise<PhoneSharers> {
  requirePermission(ctx, 'customers.write');
  const phone = readPhone(input.phone);
  if (phone === null) return { items: [], elsewhere: 0 };
  return inTransaction(ctx, (ctx) => sharersOf(ctx, [phone]));
}

export async function sharersOf(
  ctx: TransactionContext,
  phones: readonly string[],
  except?: string,
): Promise<PhoneSharers> {
  if (phones.length === 0) return { items: [], elsewhere: 0 };
  const holders = await selectPhoneHolders(ctx, phones);
  const people = (await listPeople(ctx, { ids: holders, phones })).filter(({ id }) => id !== except);
  const seen = people.filter(({ isSeen }) => isSeen);
  return {
    items: seen.map(({ id, number, name }) => ({ id, number, name })),
    elsewhere: people.length - seen.length,
  };
}
