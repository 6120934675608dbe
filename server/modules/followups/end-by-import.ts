import { chunksOf } from '#domain/base/chunks.ts';
import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { endByVisits, endInvitations } from './end-by-facts.ts';
import { selectBookedByBatch, selectWaitingForBatch } from './ending-store.ts';
import { selectVisitsOfBatch } from './planning-store.ts';

const customersAtOnce = 2_000;

/**
 * What a sheet brought ends what waited for it, as if it had happened here: a clinic that keeps its appointments
 * elsewhere invites nobody who is booked there, and chases nobody who was treated.
 */
export async function endByImport(
  ctx: TransactionContext,
  { batchId }: EventOf<'visits.imported'>,
): Promise<void> {
  for (const customerIds of chunksOf(await selectWaitingForBatch(ctx, batchId), customersAtOnce)) {
    await endByVisits(ctx, await selectVisitsOfBatch(ctx, batchId, customerIds));
    const booked = await selectBookedByBatch(ctx, batchId, customerIds);
    await endInvitations(ctx, [...booked], ctx.now);
  }
}
