import { chunksOf } from '#domain/base/chunks.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectByNumbers, selectEarliestVisitDays } from './bulk-store.ts';

const customersAtOnce = 5_000;

/** The appointments a clinic has of these numbers of its old system, by number; for an import. */
export async function appointmentsByNumber(
  ctx: TransactionContext,
  clinicId: string,
  numbers: readonly string[],
): Promise<Map<string, { id: string; customerId: string; state: string }>> {
  if (numbers.length === 0) return new Map();
  const rows = await selectByNumbers(ctx, clinicId, numbers);
  return new Map(rows.map(({ number, ...appointment }) => [number, appointment]));
}

/** The day each of these customers first came, by customer; who never came is not in it. */
export async function firstVisitDays(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, CalendarDate>> {
  const days = new Map<string, CalendarDate>();
  for (const ids of chunksOf(customerIds, customersAtOnce)) {
    for (const { customerId, day } of await selectEarliestVisitDays(ctx, ids)) days.set(customerId, day);
  }
  return days;
}
