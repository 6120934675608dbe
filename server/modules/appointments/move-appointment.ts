import type { z } from 'zod';
import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment, EditAppointment, MoveAppointment } from '#domain/appointments/contract.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { requireAhead, requireKind } from './book-appointment.ts';
import { holdAppointment, requireAppointment } from './hold-appointment.ts';
import { deleteSlotOf, updateAppointment } from './store.ts';
import { takeSlot } from './take-slot.ts';

type Versioned = { id: string; version: number };

/**
 * To another time, doctor or chair (E1). Throws Conflict `slot-taken`, and the appointment stays where it was;
 * `not-booked` of one that is kept, missed or cancelled; `stale-version` when another desk moved it first.
 */
export async function moveAppointment(
  ctx: Context,
  input: z.output<typeof MoveAppointment> & Versioned,
): Promise<Appointment> {
  requirePermission(ctx, 'appointments.write');
  const { id, startsAt, minutes, doctorId, chairId } = input;
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAppointment(ctx, input);
    if (before.state !== 'booked') throw new Conflict('not-booked');
    const endsAt = addMinutes(startsAt, minutes);
    const isMoved = startsAt !== before.startsAt;
    if (isMoved) requireAhead(ctx, startsAt);
    await deleteSlotOf(ctx, id);
    await takeSlot(ctx, { clinicId: before.clinicId, startsAt, endsAt, doctorId, chairId }, id);
    const zone = (await findClinicZone(ctx, before.clinicId))!;
    const day = dayAt(startsAt, zone);
    // What was confirmed was another time.
    const unconfirmed = isMoved
      ? { confirmation: null, confirmed_at: null, confirmed_by: null, confirmation_entered_at: null }
      : {};
    await updateAppointment(
      ctx,
      id,
      { day, starts_at: startsAt, ends_at: endsAt, doctor_id: doctorId, chair_id: chairId, ...unconfirmed },
      { isMoved },
    );
    const after = await requireAppointment(ctx, id);
    await recordAudit(ctx, {
      action: 'appointment.moved',
      subject: { type: 'appointment', id },
      before,
      after,
    });
    if (isMoved)
      await announce(ctx, {
        ...{ type: 'appointment.moved', appointmentId: id, customerId: before.customerId, at: ctx.now },
        from: placeOf(before),
      });
    return after;
  });
}

function placeOf({ startsAt, endsAt, doctorId, chairId }: Appointment) {
  return { startsAt, endsAt: endOf({ startsAt, endsAt }), doctorId, chairId };
}

/** What it is for. Throws Conflict `stale-version` with the appointment as it is now. */
export async function editAppointment(
  ctx: Context,
  input: z.output<typeof EditAppointment> & Versioned,
): Promise<Appointment> {
  requirePermission(ctx, 'appointments.write');
  const { id, kindId, complaint, note } = input;
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAppointment(ctx, input);
    if (kindId !== before.kindId) await requireKind(ctx, kindId);
    await updateAppointment(ctx, id, {
      ...(kindId !== undefined && { kind_id: kindId }),
      ...(complaint !== undefined && { complaint }),
      ...(note !== undefined && { note }),
    });
    const after = await requireAppointment(ctx, id);
    await recordAudit(ctx, {
      action: 'appointment.edited',
      subject: { type: 'appointment', id },
      before,
      after,
    });
    return after;
  });
}
