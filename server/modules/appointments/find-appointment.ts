import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { AppointmentState } from '#domain/appointments/appointment.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { presentAppointments } from './present.ts';
import { selectAppointments } from './store.ts';
import { selectKinds } from './places-store.ts';

export interface FoundAppointment {
  id: string;
  customerId: string;
  clinicId: string;
  startsAt: Instant;
  endsAt: Instant;
  doctorId: string | null;
  chairId: string | null;
  cancelledFor: 'customer' | 'clinic' | null;
  cancelledAt: Instant | null;
  state: AppointmentState;
  complaint: string | null;
  /** What it is for, where the kind says so. */
  categories: TreatmentCategory[];
}

/** An appointment for a reaction or a verb that has asked for its own permission; undefined where there is none. */
export async function findAppointment(
  ctx: TransactionContext,
  id: string,
): Promise<FoundAppointment | undefined> {
  const [row] = await selectAppointments(ctx, { ids: [id], limit: 1 });
  if (!row) return undefined;
  const { customerId, clinicId, startsAt, doctorId, chairId, complaint, kindId } = row;
  const { state, cancelledFor, cancelledAt } = row;
  const kind = kindId === null ? undefined : (await selectKinds(ctx)).find((each) => each.id === kindId);
  return {
    ...{ id, customerId, clinicId, startsAt, endsAt: endOf(row), doctorId, chairId },
    ...{ state, complaint, cancelledFor, cancelledAt },
    categories: kind ? [kind.category] : [],
  };
}

/** Several, with whose they are and who did what with them; for a verb that has asked for its own permission. */
export async function findAppointments(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, Appointment>> {
  if (ids.length === 0) return new Map();
  const found = await selectAppointments(ctx, { ids, limit: ids.length });
  return new Map((await presentAppointments(ctx, found)).map((one) => [one.id, one]));
}
