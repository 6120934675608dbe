import type { TransactionContext } from '#server/platform/context.ts';
import { selectMissedCounts } from './missed-store.ts';

/** How often each of these customers was booked and did not come; who never did is not among them. */
export async function countMissed(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = customerIds.length === 0 ? [] : await selectMissedCounts(ctx, customerIds);
  return new Map(rows.map(({ customerId, missed }) => [customerId, missed]));
}
