import type { Appointment } from '#domain/appointments/contract.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { presentAppointments } from './present.ts';
import { lockAppointment, selectAppointments } from './store.ts';

/** The appointment, of a clinic the actor may see. */
export async function requireAppointment(ctx: TransactionContext, id: string): Promise<Appointment> {
  const [row] = await selectAppointments(ctx, { ids: [id], limit: 1 });
  if (!row || !maySeeClinic(ctx, row.clinicId)) throw new NotFound('appointment', id);
  return (await presentAppointments(ctx, [row]))[0]!;
}

/** The same, held until the transaction ends. Throws Conflict `stale-version` with it as it is now. */
export async function holdAppointment(
  ctx: TransactionContext,
  { id, version }: { id: string; version: number },
): Promise<Appointment> {
  await lockAppointment(ctx, id);
  const current = await requireAppointment(ctx, id);
  if (current.version !== version) throw new Conflict('stale-version', { current });
  return current;
}
