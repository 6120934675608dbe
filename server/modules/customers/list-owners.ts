import { OwnerHistory } from '#domain/ownership/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from './get-customer.ts';
import { selectMergedInto } from './merge-store.ts';
import { selectOwnerships } from './owners-store.ts';

/** Everybody who ever owned a customer, the latest first; also under a record that became part of this one. */
export async function listOwners(ctx: Context, input: { id: string }): Promise<OwnerHistory> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.id);
    const ids = [input.id, ...(await selectMergedInto(ctx, input.id))];
    // Read back as the contract says: the table's checks hold the same words.
    return OwnerHistory.parse({ items: await selectOwnerships(ctx, ids) });
  });
}
