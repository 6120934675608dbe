import type { Customer } from '#domain/customers/contract.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { presentCustomer } from './present.ts';
import { selectSurvivor } from './merge-store.ts';
import { lockCustomer, selectCustomer, selectCustomersByIds } from './store.ts';
import type { CustomerRow } from './store.ts';

export async function getCustomer(ctx: Context, input: { id: string }): Promise<Customer> {
  requirePermission(ctx, 'customers.read');
  return inTransaction(ctx, async (ctx) => presentCustomer(ctx, await requireCustomer(ctx, input.id)));
}

/**
 * The customer, who must be of a clinic the actor may see; for a verb that has asked for its own permission. Throws
 * Conflict `merged` with the id of the record that this one became part of.
 */
export async function requireCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow> {
  return visible(ctx, id, await selectCustomer(ctx, id));
}

/** The same of many at once, each of whom there must be. */
export async function requireCustomers(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, CustomerRow>> {
  const rows = new Map((await selectCustomersByIds(ctx, [...new Set(ids)])).map((row) => [row.id, row]));
  for (const id of ids) await visible(ctx, id, rows.get(id));
  return rows;
}

/** The same, held until the transaction ends: what is decided about one customer is decided one by one. */
export async function holdCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow> {
  return visible(ctx, id, await lockCustomer(ctx, id));
}

async function visible(
  ctx: TransactionContext,
  id: string,
  row: CustomerRow | undefined,
): Promise<CustomerRow> {
  const survivor = row ? undefined : await selectSurvivor(ctx, id);
  const shown = row ?? survivor;
  if (!shown || !maySeeClinic(ctx, shown.clinicId)) throw new NotFound('customer', id);
  if (survivor) throw new Conflict('merged', { into: survivor.id });
  return row!;
}
