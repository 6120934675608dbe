import type { z } from 'zod';
import { endOf, mayBeMissed } from '#domain/appointments/appointment.ts';
import type { Appointment, CancelAppointment, ConfirmAppointment } from '#domain/appointments/contract.ts';
import type { Instant } from '#domain/base/time.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { holdAppointment, requireAppointment } from './hold-appointment.ts';
import { deleteSlotOf, staffOf, updateAppointment } from './store.ts';
import type { AppointmentChange } from './store.ts';
import { releaseHolds, takeSlot } from './take-slot.ts';

type Versioned = { id: string; version: number };

/** They do not come, and said so, or the clinic did (E1); the time is free again. */
export async function cancelAppointment(
  ctx: Context,
  input: z.output<typeof CancelAppointment> & Versioned,
): Promise<Appointment> {
  return change(ctx, input, 'appointment.cancelled', async (ctx, before) => {
    requireBooked(before);
    await deleteSlotOf(ctx, input.id);
    await announce(ctx, {
      type: 'appointment.cancelled',
      appointmentId: input.id,
      customerId: before.customerId,
      at: ctx.now,
    });
    return {
      state: 'cancelled',
      cancelled_at: ctx.now,
      cancelled_for: input.cancelledFor,
      cancelled_by: staffOf(ctx),
      cancel_reason: input.reason,
    };
  });
}

/** It was cancelled, or marked missed, by a slip: as before, if the time is still free. Throws Conflict `slot-taken`. */
export async function restoreAppointment(ctx: Context, input: Versioned): Promise<Appointment> {
  return change(ctx, input, 'appointment.restored', async (ctx, before) => {
    if (before.state !== 'cancelled' && before.state !== 'missed') throw new Conflict('not-ended');
    if (before.state === 'cancelled') {
      const place = { ...before, endsAt: endOf(before) };
      // Kept meanwhile for somebody who waits: it goes back to whose it was.
      await releaseHolds(ctx, place);
      await takeSlot(ctx, place, input.id);
    }
    await announce(ctx, {
      type: 'appointment.booked',
      appointmentId: input.id,
      customerId: before.customerId,
      at: ctx.now,
    });
    return {
      state: 'booked',
      cancelled_at: null,
      cancelled_for: null,
      cancelled_by: null,
      cancel_reason: null,
    };
  });
}

/** The hour came and nobody did (E2). Throws Conflict `not-due` before it. */
export async function missAppointment(ctx: Context, input: Versioned): Promise<Appointment> {
  return change(ctx, input, 'appointment.missed', async (ctx, before) => {
    requireBooked(before);
    if (!mayBeMissed(before, ctx.now)) throw new Conflict('not-due');
    await announce(ctx, {
      type: 'appointment.no-show',
      appointmentId: input.id,
      customerId: before.customerId,
      at: ctx.now,
    });
    return { state: 'missed' };
  });
}

/**
 * What the customer said when asked whether they come (E1); who does not is still to be cancelled or moved.
 * `saidAt`: of an answer that was written down first; the record keeps both times.
 */
export async function confirmAppointment(
  ctx: Context,
  { saidAt = ctx.now, ...input }: z.output<typeof ConfirmAppointment> & Versioned & { saidAt?: Instant },
): Promise<Appointment> {
  return change(ctx, input, 'appointment.confirmed', (ctx, before) => {
    requireBooked(before);
    return Promise.resolve({
      confirmation: input.answer,
      confirmed_at: saidAt,
      confirmation_entered_at: saidAt < ctx.now ? ctx.now : null,
      confirmed_by: staffOf(ctx),
      // Who was spoken to was reminded.
      ...(input.answer !== 'unreached' && { was_reminded: true }),
    });
  });
}

async function change(
  ctx: Context,
  input: Versioned,
  action: string,
  decide: (ctx: TransactionContext, before: Appointment) => Promise<AppointmentChange>,
): Promise<Appointment> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAppointment(ctx, input);
    await updateAppointment(ctx, input.id, await decide(ctx, before));
    const after = await requireAppointment(ctx, input.id);
    await recordAudit(ctx, { action, subject: { type: 'appointment', id: input.id }, before, after });
    return after;
  });
}

function requireBooked(appointment: Appointment): void {
  if (appointment.state !== 'booked') throw new Conflict('not-booked');
}
