import type { Instant } from '#domain/base/time.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import type { FormerOwner } from '#domain/ownership/owner-move.ts';
import { searchTerms } from '#domain/customers/search.ts';
import type { ListPool } from '#domain/ownership/contract.ts';
import { clinicsAsked } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCustomers } from './list-store.ts';
import { countClaims } from './owned-store.ts';
import { selectFormerOwners, selectLastOwners } from './owners-store.ts';
import { presentCustomer } from './present.ts';
import type { Customer } from '#domain/customers/contract.ts';

export type Former = FormerOwner & { customerId: string; kind: OwnerKind };

/** One page of those for whom nobody answers, for a verb that has asked for its own permission. */
export async function findPool(
  ctx: TransactionContext,
  input: ListPool,
): Promise<{
  items: Customer[];
  total: number;
  lastOwners: Map<string, { ownerName: string; releasedAt: Instant }>;
  former: Former[];
}> {
  const { search, clinicId, released, ...rest } = input;
  const { rows, total } = await selectCustomers(ctx, {
    ...rest,
    clinicIds: clinicsAsked(ctx, clinicId),
    terms: search === undefined || search === '' ? null : searchTerms(search),
    pool: released === 'yes' ? 'released' : 'all',
  });
  const ids = rows.map(({ id }) => id);
  const lastOwners = await selectLastOwners(ctx, ids);
  return {
    items: rows.map((row) => presentCustomer(ctx, row)),
    total,
    lastOwners: new Map(lastOwners.map(({ customerId, ...last }) => [customerId, last])),
    former: await selectFormerOwners(ctx, ids),
  };
}

/** Everybody who owned a customer before, with the day from which they may again. */
export function findFormerOwners(ctx: TransactionContext, customerId: string): Promise<Former[]> {
  return selectFormerOwners(ctx, [customerId]);
}

/** How many customers somebody claimed since then. */
export function countClaimsSince(ctx: TransactionContext, staffId: string, since: Instant): Promise<number> {
  return countClaims(ctx, staffId, since);
}
