import type { EventOf } from '#domain/events.ts';
import { isSaleAskedAbout } from '#domain/followups/late-sale.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { planEvents } from './plan-events.ts';

/**
 * Somebody took a product home: asked about the next day (C2). A sale that is booked, or told of, so late that nothing
 * of this can be done in time is asked about the day after it is known: it was owed, and nobody was to blame.
 */
export async function planProductSold(
  ctx: TransactionContext,
  { entryId: key, at, customerId, clinicId, visitId }: EventOf<'product.sold'>,
): Promise<void> {
  if (!isSaleAskedAbout(at, ctx.now, ctx.zone)) return;
  const sold = { event: 'product.sold', key, at, customerId, clinicId, visitId } as const;
  const event = { ...sold, visitKind: null, categories: [] };
  const planned = await planEvents(ctx, [event], { openAt: ctx.now });
  if (planned === 0) await planEvents(ctx, [{ ...event, at: ctx.now }], { openAt: ctx.now });
}
