import type { z } from 'zod';
import { standingOf } from '#domain/coverage/coverage.ts';
import type { ListLost, LostCustomer } from '#domain/coverage/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectCoverageFacts, selectLost } from './store.ts';

/** Whom nothing kept at the last proof, with what keeps them since. */
export async function listLost(
  ctx: Context,
  input: z.infer<typeof ListLost>,
): Promise<{ items: LostCustomer[]; total: number }> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { items, total } = await selectLost(ctx, {
      clinicIds: clinicsAsked(ctx, input.clinicId),
      ownerId: input.ownerId === 'nobody' ? null : input.ownerId,
      limit: input.pageSize,
      offset: (input.page - 1) * input.pageSize,
    });
    const customerIds = items.map(({ customerId }) => customerId);
    const customers = await briefCustomers(ctx, customerIds);
    const facts = new Map(
      (await selectCoverageFacts(ctx, { customerIds })).map((each) => [each.customerId, each]),
    );
    return {
      total,
      items: items.map(({ id, customerId, clinicId, since, foundAt, ownerName, version }) => {
        const { name, number, grade } = customers.get(customerId)!;
        const known = facts.get(customerId);
        return {
          ...{ id, customerId, clinicId, since, foundAt, ownerName, version, grade },
          customerName: name,
          customerNumber: number,
          standingNow: known ? standingOf(known, ctx.now) : 'lost',
        };
      }),
    };
  });
}
