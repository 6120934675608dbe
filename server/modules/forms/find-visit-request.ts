import type { TransactionContext } from '#server/platform/context.ts';
import { selectIsAskedAbout } from './requests-store.ts';

/** Whether the customer was asked about a visit, for a verb that has asked for its own permission. */
export function isAskedAbout(ctx: TransactionContext, visitId: string): Promise<boolean> {
  return selectIsAskedAbout(ctx, visitId);
}
