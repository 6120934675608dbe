import { chunksOf } from '#domain/base/chunks.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countPlannedByImport } from './planning-store.ts';
import {
  deleteEmptyPlans,
  deleteUntouchedFollowups,
  reopenEndedByBatch,
  selectPlansOfBatch,
  selectPlansOfEvents,
} from './take-back-store.ts';

const plansAtOnce = 5_000;

/**
 * Takes back the followups a batch led to, except for those with a result, and the plans that hold none any more; and
 * owes again what its visits and appointments ended.
 */
export async function takeBackPlans(
  ctx: TransactionContext,
  batchId: string,
): Promise<{ keptFollowups: number }> {
  await reopenEndedByBatch(ctx, batchId);
  for (const planIds of chunksOf(await selectPlansOfBatch(ctx, batchId), plansAtOnce)) {
    await deleteUntouchedFollowups(ctx, planIds);
    await deleteEmptyPlans(ctx, planIds);
  }
  return { keptFollowups: await countPlannedByImport(ctx, batchId) };
}

/** Takes back what a call's answer led to, where nobody has begun with it. */
export async function takeBackPlansOfCall(
  ctx: TransactionContext,
  { callId, customerId }: { callId: string; customerId: string },
): Promise<void> {
  const planIds = await selectPlansOfEvents(ctx, customerId, 'satisfaction.low', [callId]);
  await deleteUntouchedFollowups(ctx, planIds);
  await deleteEmptyPlans(ctx, planIds);
}
