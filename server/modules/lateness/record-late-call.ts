import { addMinutes, dayAt } from '#domain/base/time.ts';
import { RecordLateCall } from '#domain/lateness/contract.ts';
import type { CancelledEntry, DecideLate, LateEntry, ReviewCancellation } from '#domain/lateness/contract.ts';
import { lateCallOwed } from '#domain/lateness/call-state.ts';
import type { LateOption } from '#domain/lateness/late-options.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { getAppointment } from '../appointments/open-book.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { insertLateCall, saveDecision, saveReview } from './store.ts';
import { lateOf, showLateness } from './show-lateness.ts';

/** The call to somebody who is late, on record (E2). Throws Conflict `not-late` before the desk is told, or once they came. */
export async function recordLateCall(
  ctx: Context,
  { id, ...input }: RecordLateCall & { id: string },
): Promise<LateEntry> {
  requirePermission(ctx, 'appointments.write');
  const { result, arrivesInMinutes, note } = RecordLateCall.parse(input);
  if (result === 'on-the-way' && arrivesInMinutes === null)
    throw new Invalid({ path: 'arrivesInMinutes', code: 'missing' });
  return inTransaction(ctx, async (ctx) => {
    const { customerId } = await requireLate(ctx, id);
    const arrivesAt = result === 'on-the-way' ? addMinutes(ctx.now, arrivesInMinutes!) : null;
    await insertLateCall(ctx, { appointmentId: id, customerId, result, arrivesAt, note });
    await recordAudit(ctx, {
      ...{ action: 'late-call.recorded', subject: { type: 'appointment', id }, reason: result },
    });
    return entryOf(ctx, id);
  });
}

/** What is done with somebody late (E2), kept with what the card said each choice does to the others. */
export async function decideLate(
  ctx: Context,
  { id, choice, reason = null }: DecideLate & { id: string },
): Promise<LateEntry> {
  requirePermission(ctx, 'appointments.write');
  return inTransaction(ctx, async (ctx) => {
    await requireLate(ctx, id);
    const { options, suggested } = await entryOf(ctx, id);
    const chosen = options.find((option) => option.choice === choice);
    if (!chosen?.isPossible) throw new Conflict('choice-not-possible');
    const kept: LateOption[] = options.map((option) => ({
      ...option,
      delays: option.delays.map(({ id, minutes }) => ({ id, minutes })),
    }));
    await saveDecision(ctx, { appointmentId: id, choice, suggested, options: kept, reason });
    await recordAudit(ctx, {
      ...{ action: 'lateness.decided', subject: { type: 'appointment', id }, reason: choice },
    });
    return entryOf(ctx, id);
  });
}

/** The supervisor has seen a cancellation, and says what is to be done (E2). Throws Conflict `not-cancelled`. */
export async function reviewCancellation(
  ctx: Context,
  { id, note = null }: ReviewCancellation & { id: string },
): Promise<CancelledEntry> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { state, cancelledAt, clinicId } = await getAppointment(ctx, { id });
    if (state !== 'cancelled') throw new Conflict('not-cancelled');
    await saveReview(ctx, { appointmentId: id, note });
    await recordAudit(ctx, { action: 'cancellation.reviewed', subject: { type: 'appointment', id } });
    const zone = (await findClinicZone(ctx, clinicId))!;
    const { cancelled } = await showLateness(ctx, { clinicId, day: dayAt(cancelledAt!, zone) });
    return cancelled.find(({ appointment }) => appointment.id === id)!;
  });
}

async function requireLate(ctx: TransactionContext, id: string) {
  const appointment = await getAppointment(ctx, { id });
  const rules = await findDeskRules(ctx, appointment.clinicId);
  if (appointment.state !== 'booked' || ctx.now < lateCallOwed(appointment.startsAt, rules).from)
    throw new Conflict('not-late');
  return appointment;
}

async function entryOf(ctx: TransactionContext, id: string): Promise<LateEntry> {
  const { clinicId, startsAt } = await getAppointment(ctx, { id });
  const rules = await findDeskRules(ctx, clinicId);
  const zone = (await findClinicZone(ctx, clinicId))!;
  const entries = await lateOf(ctx, { clinicId, day: dayAt(startsAt, zone), rules });
  return entries.find(({ appointment }) => appointment.id === id)!;
}
