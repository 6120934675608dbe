import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCharged, selectPayments } from './spending-store.ts';

/**
 * Revenue by customer since a day (null: ever): charges and courses sold, refunds taken off. Of all customers who
 * have any, or of these; for a verb that has asked for its own permission.
 */
export async function spendByCustomer(
  ctx: TransactionContext,
  since: CalendarDate | null,
  customerIds?: readonly string[],
): Promise<Map<string, number>> {
  const rows = await selectCharged(ctx, { since, customerIds });
  return new Map(rows.map(({ customerId, fen }) => [customerId, fen]));
}

/** What was paid, and below zero what was paid back, by customer and day: what a grade counts. */
export async function paymentsByCustomer(
  ctx: TransactionContext,
  since: CalendarDate | null,
  customerIds?: readonly string[],
): Promise<Map<string, { on: CalendarDate; fen: number }[]>> {
  const rows = await selectPayments(ctx, { since, customerIds });
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  return new Map([...byCustomer].map(([id, own]) => [id, own.map(({ on, fen }) => ({ on, fen }))]));
}
