import type { LatentProblem } from '#domain/records/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectProblems } from './problems-store.ts';

/** What a customer still needs, for a verb that has asked for its own permission. */
export function listOpenProblems(ctx: TransactionContext, customerId: string): Promise<LatentProblem[]> {
  return selectProblems(ctx, customerId, 'open');
}
