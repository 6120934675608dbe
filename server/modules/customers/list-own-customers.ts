import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectMine } from './owned-store.ts';

/** One page of the customers somebody owns in any capacity, who has been theirs the longest first. */
export function listOwnCustomers(
  ctx: TransactionContext,
  staffId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: { customerId: string; kind: string; since: Instant }[]; total: number }> {
  return selectMine(ctx, staffId, page);
}
