import type { TransactionContext } from '#server/platform/context.ts';
import { recordEnding } from './end-by-facts.ts';
import { endOpenFollowups } from './store.ts';
import { selectPlansOfEvent } from './take-back-store.ts';

/** The customer has said themselves that it is settled: the supervisor's calls that these low scores asked for are over. */
export async function endRepairCalls(
  ctx: TransactionContext,
  customerId: string,
  callIds: readonly string[],
): Promise<void> {
  const planIds: string[] = [];
  for (const callId of callIds) planIds.push(...(await selectPlansOfEvent(ctx, 'satisfaction.low', callId)));
  const count = await endOpenFollowups(ctx, { planIds }, 'fact:case-closed');
  await recordEnding(ctx, customerId, 'fact:case-closed', count);
}
