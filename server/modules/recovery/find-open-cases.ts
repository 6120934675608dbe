import type { TransactionContext } from '#server/platform/context.ts';
import { selectOpenOf } from './store.ts';

/** The open cases of these customers, for a verb that has asked for its own permission; who has none is missing. */
export async function findOpenCases(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, customerId } of await selectOpenOf(ctx, customerIds))
    found.set(customerId, [...(found.get(customerId) ?? []), id]);
  return found;
}
