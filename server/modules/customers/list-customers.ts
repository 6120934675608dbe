import type { Customer, ListCustomers } from '#domain/customers/contract.ts';
import { searchTerms } from '#domain/customers/search.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { selectCustomers } from './list-store.ts';
import { presentCustomers } from './present.ts';

/** One page of the customers of the actor's clinics, in the order of their names. */
export async function listCustomers(
  ctx: Context,
  input: ListCustomers,
): Promise<{ items: Customer[]; total: number; andMore: boolean }> {
  requirePermission(ctx, 'customers.read');
  const { clinicId, search, ...filters } = input;
  const clinicIds = clinicsAsked(ctx, clinicId);
  const terms = search === undefined || search === '' ? null : searchTerms(search);

  return inTransaction(ctx, async (ctx) => {
    const { rows, ...counted } = await selectCustomers(ctx, { ...filters, clinicIds, terms });
    return { items: presentCustomers(ctx, rows), ...counted };
  });
}
