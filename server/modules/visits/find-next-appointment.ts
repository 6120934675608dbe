import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectNextAppointment } from './appointments-store.ts';

/** When a customer is booked next, for a verb that has asked for its own permission. */
export function findNextAppointment(ctx: TransactionContext, customerId: string): Promise<Instant | null> {
  return selectNextAppointment(ctx, customerId);
}
