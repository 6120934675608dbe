import type { Customer } from '#domain/customers/contract.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { presentCustomer } from './present.ts';
import { lockCustomer, selectCustomer } from './store.ts';
import type { CustomerRow } from './store.ts';

export async function getCustomer(ctx: Context, input: { id: string }): Promise<Customer> {
  requirePermission(ctx, 'customers.read');
  return inTransaction(ctx, async (ctx) => presentCustomer(ctx, await requireCustomer(ctx, input.id)));
}

/** The customer, who must be of a clinic the actor may see; for a verb that has asked for its own permission. */
export async function requireCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow> {
  return visible(ctx, id, await selectCustomer(ctx, id));
}

/** The same, held until the transaction ends: what is decided about one customer is decided one by one. */
export async function holdCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow> {
  return visible(ctx, id, await lockCustomer(ctx, id));
}

function visible(ctx: Context, id: string, row: CustomerRow | undefined): CustomerRow {
  if (!row || !maySeeClinic(ctx, row.clinicId)) throw new NotFound('customer', id);
  return row;
}
