import type { z } from 'zod';
import { dayAt, startOfDay } from '#domain/base/time.ts';
import type { ListPool, PoolPage } from '#domain/ownership/contract.ts';
import { claimKind } from '#domain/ownership/pool.ts';
import { mayClaim } from '#domain/ownership/release.ts';
import type { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { countClaimsSince, findPool } from '../customers/find-pool.ts';
import type { Former } from '../customers/find-pool.ts';
import { countOverdueFollowups } from '../followups/find-owners-followups.ts';
import { rulesInForce } from './get-rules.ts';
import { presentPerson } from './present.ts';

/** Customers for whom nobody answers, each with whether the one who asks may claim them and why not. */
export async function listPool(ctx: Context, input: ListPool): Promise<z.input<typeof PoolPage>> {
  requirePermission(ctx, 'ownership.read');
  return inTransaction(ctx, async (ctx) => {
    const { items, total, lastOwners, former } = await findPool(ctx, input);
    const { ruleSet } = await rulesInForce(ctx);
    const load = await loadOf(ctx);
    const formerOf = Map.groupBy(former, ({ customerId }) => customerId);
    return {
      total,
      ...load,
      claimsPerDay: ruleSet.claimsPerDay,
      overdueCap: ruleSet.overdueCap,
      items: items.map((customer) => {
        const last = lastOwners.get(customer.id);
        return {
          customer: presentPerson(customer),
          releasedAt: last?.releasedAt ?? null,
          formerOwnerName: last?.ownerName ?? null,
          refusal: claimRefusal(ctx, customer, formerOf.get(customer.id) ?? [], load, ruleSet),
        };
      }),
    };
  });
}

interface Load {
  claimsToday: number;
  overdueFollowups: number;
}

/** What somebody who claims has in hand already. */
export async function loadOf(ctx: TransactionContext): Promise<Load> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (staffId === null) return { claimsToday: 0, overdueFollowups: 0 };
  return {
    claimsToday: await countClaimsSince(ctx, staffId, startOfDay(dayAt(ctx.now, ctx.zone), ctx.zone)),
    overdueFollowups: await countOverdueFollowups(ctx, staffId),
  };
}

/** Why the one who asks may not claim this customer of the pool; null where they may. */
export function claimRefusal(
  ctx: Context,
  customer: { lastVisitOn: string | null },
  former: readonly Former[],
  load: Load,
  rules: ReleaseRules,
): string | null {
  const kind = claimKind(ctx.actor.role, customer.lastVisitOn);
  if (kind === null || ctx.actor.id === null) return 'not-your-post';
  const own = former.filter((each) => each.kind === kind);
  const claim = { staffId: ctx.actor.id, ...load, customer: { ownerId: null, former: own } };
  const decision = mayClaim(claim, rules, dayAt(ctx.now, ctx.zone));
  return decision.allowed ? null : decision.reason;
}
