import type { z } from 'zod';
import type { ClaimedCustomer } from '#domain/ownership/contract.ts';
import { claimKind, isInPool } from '#domain/ownership/pool.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden } from '#server/platform/errors.ts';
import { findFormerOwners } from '../customers/find-pool.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { moveOwner } from '../customers/move-owners.ts';
import { rulesInForce } from './get-rules.ts';
import { claimRefusal, loadOf } from './list-pool.ts';
import { holdClaims } from './store.ts';

/**
 * Takes a customer out of the pool. Throws Conflict `has-owner` when somebody was quicker, `cooldown` to who lost the
 * customer a short while ago, `overdue-work` and `claims-of-today` to who has enough in hand, and `not-your-post`.
 */
export async function claimCustomer(
  ctx: Context,
  input: { customerId: string },
): Promise<z.input<typeof ClaimedCustomer>> {
  requirePermission(ctx, 'ownership.claim');
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (staffId === null) throw new Forbidden('a person');
  return inTransaction(ctx, async (ctx) => {
    await holdClaims(ctx, staffId);
    const customer = await holdCustomer(ctx, input.customerId);
    if (!isInPool(customer)) throw new Conflict('has-owner');
    const { ruleSet } = await rulesInForce(ctx);
    const former = await findFormerOwners(ctx, customer.id);
    const refusal = claimRefusal(ctx, customer, former, await loadOf(ctx), ruleSet);
    if (refusal !== null) throw new Conflict(refusal);
    const kind = claimKind(ctx.actor.role, customer.lastVisitOn)!;
    await moveOwner(ctx, { customerId: customer.id, kind, toId: staffId }, { how: 'claimed' });
    return { customerId: customer.id, kind };
  });
}
