import { addressShapes, maskAddress } from '#domain/messaging/address.ts';
import type { AddressChannel } from '#domain/messaging/address.ts';
import type { CustomerAddresses } from '#domain/messaging/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer, requireCustomer } from '../customers/get-customer.ts';
import { deleteAddress, selectAddressBook, upsertAddress } from './addresses-store.ts';

/** How a customer is known at other ways than the telephone; of each address as much as tells which it is. */
export async function listAddresses(ctx: Context, input: { id: string }): Promise<CustomerAddresses> {
  requirePermission(ctx, 'customers.read');
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.id);
    return shownAddresses(ctx, input.id);
  });
}

async function shownAddresses(ctx: TransactionContext, customerId: string): Promise<CustomerAddresses> {
  return {
    items: (await selectAddressBook(ctx, customerId)).map(({ address, ...entry }) => ({
      ...entry,
      shown: maskAddress(entry.channel, address),
    })),
  };
}

/** Sets or takes away an address; what is sent from now on goes there. */
export async function setAddress(
  ctx: Context,
  input: { id: string; channel: AddressChannel; address: string | null },
): Promise<CustomerAddresses> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, channel } = input;
  const address = input.address === null ? null : readAddress(channel, input.address);
  return inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, customerId);
    const before = (await selectAddressBook(ctx, customerId)).find((one) => one.channel === channel);
    const isThere = before?.leftAt === null ? before.address : null;
    if (address === isThere) return shownAddresses(ctx, customerId);
    if (address === null) await deleteAddress(ctx, customerId, channel);
    else await upsertAddress(ctx, { id: newId(), customerId, channel, address });
    const shown = (one: string | null | undefined) => (one ? maskAddress(channel, one) : null);
    await recordAudit(ctx, {
      action: address === null ? 'customer-address.removed' : 'customer-address.set',
      subject: { type: 'customer', id: customerId },
      before: { [channel]: shown(before?.address) },
      after: { [channel]: shown(address) },
    });
    return shownAddresses(ctx, customerId);
  });
}

function readAddress(channel: AddressChannel, text: string): string {
  const read = addressShapes[channel].safeParse(text);
  if (read.success) return read.data;
  throw new Invalid({ path: 'address', code: read.error.issues[0]!.message });
}
