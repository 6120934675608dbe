import type { z } from 'zod';
import type { Appointment, BookAppointment } from '#domain/appointments/contract.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { welcomeCustomer } from '../customers/welcome-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { requireAppointment } from './hold-appointment.ts';
import { selectKinds } from './places-store.ts';
import { insertAppointment } from './store.ts';
import { takeSlot } from './take-slot.ts';

/** What a verb books; customers themselves come in online. */
type Booking = Omit<z.output<typeof BookAppointment>, 'origin'> & Pick<Appointment, 'origin'>;

/**
 * Somebody is to come (E1). Throws Conflict `slot-taken` where the doctor's time or the chair is taken, or
 * `customer-deceased`.
 */
export async function bookAppointment(ctx: Context, input: Booking): Promise<Appointment> {
  requirePermission(ctx, 'appointments.write');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  const { minutes, ...booking } = input;
  return inTransaction(ctx, async (ctx) => {
    const zone = await findClinicZone(ctx, input.clinicId);
    if (zone === undefined) throw new NotFound('clinic', input.clinicId);
    requireAhead(ctx, input.startsAt);
    const customer = await requireCustomer(ctx, input.customerId);
    await welcomeCustomer(ctx, customer);
    await requireKind(ctx, input.kindId);
    const id = newId();
    const endsAt = addMinutes(input.startsAt, minutes);
    const day = dayAt(input.startsAt, zone);
    await insertAppointment(ctx, { ...booking, id, customerId: customer.id, endsAt, day });
    await takeSlot(ctx, { ...input, endsAt }, id);
    const booked = await requireAppointment(ctx, id);
    const subject = { type: 'appointment', id };
    await recordAudit(ctx, { action: 'appointment.booked', subject, after: booked });
    await announce(ctx, {
      ...{ type: 'appointment.booked', appointmentId: id, customerId: customer.id, at: ctx.now },
    });
    return booked;
  });
}

/** Nobody is booked for yesterday; the hour that has begun is still this one. */
export function requireAhead(ctx: TransactionContext, startsAt: string): void {
  if (addMinutes(startsAt, 60) < ctx.now) throw new Invalid({ path: 'startsAt', code: 'in-the-past' });
}

export async function requireKind(ctx: TransactionContext, id: string | null | undefined): Promise<void> {
  if (id && !(await selectKinds(ctx)).some((kind) => kind.id === id && !kind.isArchived))
    throw new NotFound('appointment-kind', id);
}
