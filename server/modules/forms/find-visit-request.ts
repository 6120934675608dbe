import type { TransactionContext } from '#server/platform/context.ts';
import { selectIsAskedAbout } from './requests-store.ts';

/** Whether the customer was asked how a visit was, which no intake form asks; for a verb with a permission of its own. */
export function isAskedAbout(ctx: TransactionContext, visitId: string): Promise<boolean> {
  return selectIsAskedAbout(ctx, visitId);
}
