import type { TransactionContext } from '#server/platform/context.ts';
import { updateVisitOf } from './requests-store.ts';

/** The visit never was: what was asked in it is asked of nobody's visit. For a verb that asked for its own permission. */
export function releaseVisit(ctx: TransactionContext, visitId: string): Promise<void> {
  return updateVisitOf(ctx, visitId);
}
