import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCare } from './care-store.ts';

export interface Care {
  /** In the clinic right now, or a visit that nobody closed. */
  hasOpenVisit: boolean;
  /** The first appointment from that day on that stands. */
  nextAppointmentOn: CalendarDate | null;
}

/** Who of these customers is being looked after; who is not in it has neither. */
export async function findCare(
  ctx: TransactionContext,
  customerIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, Care>> {
  const care = new Map<string, Care>();
  for (const row of await selectCare(ctx, customerIds, today)) {
    const known = care.get(row.customerId) ?? { hasOpenVisit: false, nextAppointmentOn: null };
    care.set(row.customerId, {
      hasOpenVisit: known.hasOpenVisit || row.nextAppointmentOn === null,
      nextAppointmentOn: known.nextAppointmentOn ?? row.nextAppointmentOn,
    });
  }
  return care;
}
