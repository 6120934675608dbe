import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';

/** Somebody took a product home: asked about the next day (C2), while that can still be done in time. */
export async function planProductSold(
  ctx: TransactionContext,
  { entryId: key, at, customerId, clinicId, visitId }: EventOf<'product.sold'>,
): Promise<void> {
  const sold = { key, at, customerId, clinicId, visitId, visitKind: null, categories: [] };
  await planEvents(ctx, [{ event: 'product.sold', ...sold }], { openAt: ctx.now });
}
