import type { CustomerClasses } from '#domain/classes/contract.ts';
import { stageFor } from '#domain/classes/preclass.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findVisitors } from '../visits/find-visitors.ts';
import { withCustomers } from './find-contact.ts';
import { selectChanges, selectContactsOf } from './store.ts';

const shown = 20;

/** A customer's class, which half of the table is theirs now, and how it came to be. */
export async function getCustomerClasses(ctx: Context, input: { id: string }): Promise<CustomerClasses> {
  requirePermission(ctx, 'classes.set');
  return inTransaction(ctx, async (ctx) => {
    const { id, classCode } = await requireCustomer(ctx, input.id);
    return {
      stage: stageFor((await findVisitors(ctx, [id])).has(id)),
      code: classCode,
      contacts: await withCustomers(ctx, await selectContactsOf(ctx, id, shown)),
      changes: await selectChanges(ctx, id, shown),
    };
  });
}
