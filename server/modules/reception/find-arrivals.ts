import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectArrivals } from './store.ts';

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
