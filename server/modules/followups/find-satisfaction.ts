import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectLastScores, selectOpenRepairs } from './facts-store.ts';

export interface Satisfaction {
  last: { at: Instant; score: number } | null;
  /** Calls the supervisor still owes after a low score: while one is open, so is the case. */
  openCases: string[];
}

/** How content these customers are, for a verb that has asked for its own permission. Who was never asked is missing. */
export async function findSatisfaction(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, Satisfaction>> {
  const found = new Map<string, Satisfaction>();
  const of = (id: string): Satisfaction => {
    const own = found.get(id) ?? { last: null, openCases: [] };
    found.set(id, own);
    return own;
  };
  for (const { customerId, at, score } of await selectLastScores(ctx, customerIds))
    of(customerId).last = { at, score };
  for (const { customerId, id } of await selectOpenRepairs(ctx, customerIds))
    of(customerId).openCases.push(id);
  return found;
}
