import type { AddressChannel } from '#domain/messaging/address.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface AddressEntry {
  channel: AddressChannel;
  address: string;
  since: string;
  byName: string | null;
}

/** One customer's addresses with who entered them. */
export async function selectAddressBook(
  ctx: TransactionContext,
  customerId: string,
): Promise<AddressEntry[]> {
  const rows = await ctx.db
    .selectFrom('customer_addresses as a')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'a.created_by'))
    .select(['a.channel', 'a.address', 'a.created_at as since', 's.name as byName'])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.customer_id', '=', customerId)
    .orderBy('a.channel')
    .execute();
  // The channels are those the table's check allows.
  return rows as AddressEntry[];
}

export async function upsertAddress(
  ctx: TransactionContext,
  address: { id: string; customerId: string; channel: AddressChannel; address: string },
): Promise<void> {
  const entered = {
    address: address.address,
    created_at: ctx.now,
    created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  };
  await ctx.db
    .insertInto('customer_addresses')
    .values({
      org_id: ctx.orgId,
      id: address.id,
      customer_id: address.customerId,
      channel: address.channel,
      ...entered,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'customer_id', 'channel']).doUpdateSet(entered))
    .execute();
}

export async function deleteAddress(
  ctx: TransactionContext,
  customerId: string,
  channel: AddressChannel,
): Promise<void> {
  await ctx.db
    .deleteFrom('customer_addresses')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .execute();
}
