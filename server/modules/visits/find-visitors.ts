import type { TransactionContext } from '#server/platform/context.ts';
import { selectVisitors } from './store.ts';

/** Who of these customers has ever come, be it this very moment. */
export function findVisitors(ctx: TransactionContext, customerIds: readonly string[]): Promise<Set<string>> {
  return selectVisitors(ctx, customerIds);
}
