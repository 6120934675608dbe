import { searchTerms } from '#domain/customers/search.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCustomerIds } from './list-store.ts';

/** Whom a typed text may mean, for a list of something else that is searched by customer; null is every clinic. */
export function findCustomerIds(
  ctx: TransactionContext,
  search: string,
  clinicIds: readonly string[] | null,
): Promise<string[]> {
  return selectCustomerIds(ctx, { clinicIds, terms: searchTerms(search) });
}
