import type { TransactionContext } from '#server/platform/context.ts';
import { insertAppointments, insertTreatments, insertVisits } from './history-store.ts';
import type { PastAppointment, PastTreatment, PastVisit } from './history-store.ts';
import { refreshLastVisits } from './refresh-last-visits.ts';

export type { PastAppointment, PastTreatment, PastVisit };

/**
 * Adds what happened elsewhere or earlier, for an import or a demo that has asked for permission, writes its own
 * audit row and announces it. What is there already, by id, by number or by appointment, is left alone. Gives
 * the ids of what is new.
 */
export async function addHistory(
  ctx: TransactionContext,
  history: {
    appointments?: readonly PastAppointment[];
    visits?: readonly PastVisit[];
    treatments?: readonly PastTreatment[];
  },
  /** Of much history in parts, the caller refreshes the last visits at the end. */
  options: { refreshesLater?: boolean } = {},
): Promise<{ appointments: string[]; visits: string[]; treatments: string[] }> {
  const visits = history.visits ?? [];
  const added = {
    appointments: await insertAppointments(ctx, history.appointments ?? []),
    visits: await insertVisits(ctx, visits),
    treatments: await insertTreatments(ctx, history.treatments ?? []),
  };
  if (added.visits.length > 0 && !options.refreshesLater)
    await refreshLastVisits(ctx, [...new Set(visits.map((visit) => visit.customerId))]);
  return added;
}
