import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { updateLastVisits } from './store.ts';

/** Keeps the day of the last visit on the customers' list; told by the module of the visits, in its transaction. */
export async function setLastVisits(
  ctx: TransactionContext,
  lastVisits: readonly { customerId: string; visitedOn: CalendarDate | null }[],
): Promise<void> {
  if (lastVisits.length > 0) await updateLastVisits(ctx, lastVisits);
}
