import { endOfDay, startOfDay } from '#domain/base/time.ts';
import type { AskedCustomer, ListAsked } from '#domain/forms/figures-contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectAsked } from './figures-store.ts';

/** Who was asked by a link or on the tablet, and whether they answered: the names behind a response rate. */
export async function listAsked(
  ctx: Context,
  input: ListAsked,
): Promise<{ items: AskedCustomer[]; total: number }> {
  requirePermission(ctx, 'satisfaction.read');
  const { by, key, state, page, pageSize } = input;
  const period = {
    from: startOfDay(input.from, ctx.zone),
    to: endOfDay(input.to, ctx.zone),
    clinicIds: clinicsAsked(ctx, input.clinicId),
  };
  return inTransaction(ctx, async (ctx) => {
    const paging = { offset: (page - 1) * pageSize, limit: pageSize };
    const { items, total } = await selectAsked(ctx, period, { by, key, state, ...paging });
    const customers = await briefCustomers(ctx, [...new Set(items.map(({ customerId }) => customerId))]);
    return {
      total,
      items: items.map(({ customerId, ...asked }) => {
        const { id = customerId, name = '', number = '' } = customers.get(customerId) ?? {};
        return { ...asked, customer: { id, name, number } };
      }),
    };
  });
}
