import type { Appointment } from '#domain/appointments/contract.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCancelled } from './cancelled-store.ts';
import { presentAppointments } from './present.ts';
import { selectAppointments } from './store.ts';

/** What was cancelled in a clinic in a time, the first first, with what each customer is booked for instead. */
export async function listCancelled(
  ctx: TransactionContext,
  question: { clinicId: string; from: Instant; to: Instant },
): Promise<(Appointment & { rebookedFor: Instant | null })[]> {
  const found = await selectCancelled(ctx, question);
  if (found.length === 0) return [];
  const rows = await selectAppointments(ctx, { ids: found.map(({ id }) => id), limit: found.length });
  const shown = await presentAppointments(ctx, rows);
  return found.flatMap(({ id, rebookedFor }) => {
    const appointment = shown.find((each) => each.id === id);
    return appointment ? [{ ...appointment, rebookedFor }] : [];
  });
}
