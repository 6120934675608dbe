import type { TransactionContext } from '#server/platform/context.ts';
import { countByClass, countWithSource } from './class-store.ts';

/** Which of these classes customers have, and how many; for a verb that has asked for its own permission. */
export function countCustomersOfClasses(
  ctx: TransactionContext,
  codes: readonly string[],
): Promise<{ code: string; customers: number }[]> {
  return countByClass(ctx, codes);
}

/** Of how many of these customers it is known what brought them. */
export function countCustomersWithSource(ctx: TransactionContext, ids: readonly string[]): Promise<number> {
  return countWithSource(ctx, ids);
}
