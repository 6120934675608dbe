import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { listPeople } from '../customers/list-people.ts';
import { recordChanges } from '../customers/record-changes.ts';
import { deleteRelation } from './store.ts';

/** Takes a relation off the record it was written on. */
export async function removeRelation(
  ctx: Context,
  input: { id: string; relationId: string },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'customers.write');
  await inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, input.id);
    const gone = await deleteRelation(ctx, input.id, input.relationId);
    if (!gone) throw new NotFound('relation', input.relationId);
    const [relative] = gone.relativeId ? await listPeople(ctx, { ids: [gone.relativeId] }) : [];
    await recordChanges(ctx, {
      customerId: input.id,
      before: { relations: gone.relativeName ?? relative?.name ?? null },
      after: { relations: null },
    });
    await recordAudit(ctx, {
      action: 'relation.removed',
      subject: { type: 'customer', id: input.id },
    });
  });
  return {};
}
