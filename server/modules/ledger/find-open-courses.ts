import type { TransactionContext } from '#server/platform/context.ts';
import { selectWithSessionsLeft } from './courses-store.ts';

/** Which of these customers have sessions left of a course they bought. */
export async function findOpenCourses(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Set<string>> {
  return new Set(await selectWithSessionsLeft(ctx, customerIds));
}
