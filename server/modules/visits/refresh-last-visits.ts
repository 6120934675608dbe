import type { TransactionContext } from '#server/platform/context.ts';
import { setLastVisits } from '../customers/set-last-visits.ts';
import { selectLastVisitDays } from './store.ts';

/** Tells the customers' list the day of each one's last closed visit, from the visits themselves. */
export async function refreshLastVisits(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<void> {
  await setLastVisits(ctx, await selectLastVisitDays(ctx, customerIds));
}
