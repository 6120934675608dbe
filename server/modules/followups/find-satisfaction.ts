import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectLastScores } from './facts-store.ts';

/** How content these customers last were, for a verb that has asked for its own permission. Who was never asked is missing. */
export async function findSatisfaction(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, { at: Instant; score: number }>> {
  const scores = await selectLastScores(ctx, customerIds);
  return new Map(scores.map(({ customerId, ...last }) => [customerId, last]));
}
