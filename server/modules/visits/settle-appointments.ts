import type { TransactionContext } from '#server/platform/context.ts';
import { updateBooked } from './bulk-store.ts';

/** Says what became of booked appointments, for an import that brings their outcome; others stay as they are. */
export async function settleAppointments(
  ctx: TransactionContext,
  appointments: readonly { id: string; state: 'kept' | 'missed' }[],
): Promise<void> {
  if (appointments.length > 0) await updateBooked(ctx, appointments);
}
