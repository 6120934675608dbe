import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectLastWords } from './acts-store.ts';

/** What these customers said of their last case when they were asked again; who was not is missing. */
export async function findSecondScores(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, { at: Instant; score: number }>> {
  const words = await selectLastWords(ctx, customerIds);
  return new Map(words.map(({ customerId, ...word }) => [customerId, word]));
}
