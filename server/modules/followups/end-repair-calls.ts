import type { TransactionContext } from '#server/platform/context.ts';
import { recordEnding } from './end-by-facts.ts';
import { endOpenFollowups } from './store.ts';
import { selectPlansOfEvents } from './take-back-store.ts';

/** The customer has said themselves that it is settled: the supervisor's calls that these low scores asked for are over. */
export async function endRepairCalls(
  ctx: TransactionContext,
  customerId: string,
  callIds: readonly string[],
): Promise<void> {
  const planIds = await selectPlansOfEvents(ctx, customerId, 'satisfaction.low', callIds);
  const reason = 'fact:case-closed';
  await recordEnding(ctx, reason, await endOpenFollowups(ctx, { planIds }, reason));
}
