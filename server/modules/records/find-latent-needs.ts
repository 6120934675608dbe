import type { TransactionContext } from '#server/platform/context.ts';
import { selectOpenProblems } from './needs-store.ts';

/** What was found on these customers and is not treated yet, by customer; for a verb that has asked for its own permission. */
export async function findLatentNeeds(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await selectOpenProblems(ctx, customerIds);
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  return new Map([...byCustomer].map(([id, own]) => [id, own.map((row) => row.id)]));
}
