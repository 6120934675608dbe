import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { setDeparture } from './set-departure.ts';
import type { CustomerRow } from './store.ts';

/**
 * Who comes, or asks for something, is here: that they had moved away is taken back, so that what they come for is
 * followed up like anybody's. Throws Conflict `customer-deceased` where the record is of somebody who died.
 */
export async function welcomeCustomer(
  ctx: TransactionContext,
  { id, deceasedOn, movedAwayOn }: Pick<CustomerRow, 'id' | 'deceasedOn' | 'movedAwayOn'>,
): Promise<void> {
  if (deceasedOn !== null) throw new Conflict('customer-deceased');
  if (movedAwayOn === null) return;
  await setDeparture(ctx, id, null);
  await announce(ctx, { type: 'customer.came-back', customerId: id });
}
