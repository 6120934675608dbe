import type { ToPlace } from '#domain/handovers/spread.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import type { ListCustomers } from '#domain/customers/contract.ts';
import { searchTerms } from '#domain/customers/search.ts';
import { clinicsAsked, maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countOwnedBy, selectIdsOwnedBy, selectPlaces } from './handover-store.ts';
import { selectNextIds } from './list-store.ts';
import { selectFormerOwners } from './owners-store.ts';

export type Place = ToPlace & { number: string; name: string };

/** Who owns these customers in that capacity, and who did before; those the actor does not see are missing. */
export async function findPlaces(
  ctx: TransactionContext,
  ids: readonly string[],
  kind: OwnerKind,
): Promise<Place[]> {
  const rows = await selectPlaces(ctx, ids, kind);
  const former = Map.groupBy(await selectFormerOwners(ctx, ids), ({ customerId }) => customerId);
  return rows
    .filter(({ clinicId }) => maySeeClinic(ctx, clinicId))
    .map((row) => ({
      ...row,
      former: (former.get(row.customerId) ?? []).filter((each) => each.kind === kind),
    }));
}

/** The next customers of the list as it is filtered, in the order of their ids. */
export function findNextIds(
  ctx: TransactionContext,
  filter: Omit<ListCustomers, 'page' | 'pageSize'>,
  part: { after: string | null; limit: number },
): Promise<string[]> {
  const { clinicId, search, ...rest } = filter;
  const terms = search === undefined || search === '' ? null : searchTerms(search);
  return selectNextIds(ctx, { ...rest, clinicIds: clinicsAsked(ctx, clinicId), terms }, part);
}

/** Whom somebody owns in that capacity, as far as the actor sees them. */
export function findIdsOwnedBy(ctx: TransactionContext, staffId: string, kind: OwnerKind): Promise<string[]> {
  return selectIdsOwnedBy(ctx, staffId, kind, clinicsAsked(ctx));
}

/** How many customers these people answer for, as far as the actor sees them; null is every clinic. */
export function countOwned(
  ctx: TransactionContext,
  staffIds: readonly string[],
  clinicIds: readonly string[] | null,
): Promise<{ staffId: string; kind: OwnerKind; count: number }[]> {
  return countOwnedBy(ctx, staffIds, clinicIds);
}
