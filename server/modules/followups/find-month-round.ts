import type { TransactionContext } from '#server/platform/context.ts';
import { selectRound } from './month-round-store.ts';
import type { RoundFollowup } from './month-round-store.ts';

/** How far the round of a closed month has come, customer by customer, for a verb that has asked for its own permission. */
export function findMonthRound(
  ctx: TransactionContext,
  month: string,
  clinicIds: readonly string[] | null,
): Promise<RoundFollowup[]> {
  return selectRound(ctx, month, clinicIds);
}
