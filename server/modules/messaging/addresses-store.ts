import type { Instant } from '#domain/base/time.ts';
import type { AddressChannel, BoundBy } from '#domain/messaging/address.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface AddressEntry {
  channel: AddressChannel;
  address: string;
  since: Instant;
  byName: string | null;
  boundBy: BoundBy;
  leftAt: Instant | null;
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
    .select(['a.bound_by as boundBy', 'a.left_at as leftAt'])
    .where('a.org_id', '=', ctx.orgId)
    .where('a.customer_id', '=', customerId)
    .orderBy('a.channel')
    .execute();
  // The channels are those the table's check allows.
  return rows as AddressEntry[];
}

export interface NewAddress {
  id: string;
  customerId: string;
  channel: AddressChannel;
  address: string;
  /** What the provider told, and by which account; else a colleague entered it. */
  bound?: { accountId: string; by: BoundBy; toldAt: Instant };
}

export async function upsertAddress(ctx: TransactionContext, one: NewAddress): Promise<void> {
  const { id, customerId, channel, address, bound } = one;
  const entered = {
    address,
    created_at: ctx.now,
    created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    account_id: bound?.accountId ?? null,
    bound_by: bound?.by ?? 'hand',
    told_at: bound?.toldAt ?? null,
    left_at: null,
  };
  await ctx.db
    .insertInto('customer_addresses')
    .values({ org_id: ctx.orgId, id, customer_id: customerId, channel, ...entered })
    .onConflict((conflict) => conflict.columns(['org_id', 'customer_id', 'channel']).doUpdateSet(entered))
    .execute();
}

/** Who is known at an account by this address, held: what a provider tells of it comes one after the other. */
export async function lockHolders(
  ctx: TransactionContext,
  { accountId, channel, address }: { accountId: string; channel: AddressChannel; address: string },
): Promise<{ id: string; customerId: string; toldAt: Instant | null; leftAt: Instant | null }[]> {
  return ctx.db
    .selectFrom('customer_addresses')
    .select(['id', 'customer_id as customerId', 'told_at as toldAt', 'left_at as leftAt'])
    .where('org_id', '=', ctx.orgId)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where((eb) => eb.or([eb('account_id', 'is', null), eb('account_id', '=', accountId)]))
    .orderBy('customer_id')
    .forUpdate()
    .execute();
}

/** They have left, or are back. */
export async function saveMove(
  ctx: TransactionContext,
  id: string,
  { leftAt, toldAt }: { leftAt: Instant | null; toldAt: Instant },
): Promise<void> {
  await ctx.db
    .updateTable('customer_addresses')
    .set({ left_at: leftAt, told_at: toldAt })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
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
