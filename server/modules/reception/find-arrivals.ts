import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectArrivals, selectReceptions } from './store.ts';

export interface Arrival {
  visitId: string;
  arrivedAt: Instant;
  receivedByName: string | null;
}

/** Who came to these appointments, by the appointment; for a verb that has asked for its own permission. */
export async function findArrivals(
  ctx: TransactionContext,
  appointmentIds: readonly string[],
): Promise<Map<string, Arrival>> {
  const rows = await selectArrivals(ctx, appointmentIds);
  return new Map(rows.map(({ appointmentId, ...arrival }) => [appointmentId!, arrival]));
}

/** When an arrival was entered that had been written down first; null of all others. */
export async function findEntered(ctx: TransactionContext, visitId: string): Promise<Instant | null> {
  const [reception] = await selectReceptions(ctx, { ids: [visitId] });
  return reception?.enteredAt ?? null;
}
