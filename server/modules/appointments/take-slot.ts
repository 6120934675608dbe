import { freeLane, overlap } from '#domain/appointments/free-times.ts';
import type { Span } from '#domain/appointments/free-times.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { listDoctors } from '../staff/list-colleagues.ts';
import { selectChairs, selectDeskRules } from './places-store.ts';
import { deleteEndedHolds, deleteHold, deleteHoldsIn, insertSlot, selectTaken } from './store.ts';
import type { Slot } from './store.ts';

/** Where and when somebody is booked. */
export interface Place extends Span {
  clinicId: string;
  doctorId: string | null;
  chairId: string | null;
}

/**
 * Takes the doctor's time and the chair for an appointment. Throws Conflict `slot-taken` with what is taken, when
 * it is, or when another desk takes it at this moment.
 */
export async function takeSlot(ctx: TransactionContext, place: Place, appointmentId: string): Promise<void> {
  if (place.doctorId === null && place.chairId === null) return;
  await take(ctx, place, { appointmentId, heldUntil: null });
}

/**
 * Keeps a time for somebody who makes up their mind, for a verb that has asked for its own permission; by itself it is
 * free again. Gives what it is released by. Throws Conflict `slot-taken`.
 */
export async function holdSlot(ctx: TransactionContext, place: Place, minutes: number): Promise<string> {
  return take(ctx, place, { appointmentId: null, heldUntil: addMinutes(ctx.realNow, minutes) });
}

export async function releaseSlot(ctx: TransactionContext, slotId: string): Promise<void> {
  await deleteHold(ctx, slotId);
}

/** Whatever is only kept in the time of a doctor. */
export async function releaseHolds(ctx: TransactionContext, place: Place): Promise<void> {
  if (place.doctorId !== null) await deleteHoldsIn(ctx, { ...place, doctorId: place.doctorId });
}

async function take(
  ctx: TransactionContext,
  place: Place,
  owner: Pick<Slot, 'appointmentId' | 'heldUntil'>,
): Promise<string> {
  const { clinicId, doctorId, chairId, startsAt, endsAt } = place;
  await requirePlace(ctx, place);
  await deleteEndedHolds(ctx);
  const { rules } = await selectDeskRules(ctx, clinicId);
  const taken = await selectTaken(ctx, {
    ...{ from: startsAt, to: endsAt, chairId },
    doctorIds: doctorId === null ? [] : [doctorId],
  });
  const ofDoctor = taken.filter((each) => doctorId !== null && each.doctorId === doctorId);
  const lane = doctorId === null ? 0 : freeLane(place, ofDoctor, rules.customersAtOnce);
  const chairIsTaken = taken.some(
    (each) => chairId !== null && each.chairId === chairId && overlap(each, place),
  );
  const id = newId();
  const isTaken =
    lane === undefined ||
    chairIsTaken ||
    // The last word is the table's: another desk may have looked at the same moment.
    !(await insertSlot(ctx, { ...{ id, clinicId, doctorId, chairId, lane, startsAt, endsAt }, ...owner }));
  if (isTaken)
    throw new Conflict('slot-taken', { what: lane !== undefined && chairIsTaken ? 'chair' : 'doctor' });
  return id;
}

/** A doctor and a chair of the clinic; what is archived is booked no more. */
export async function requirePlace(ctx: TransactionContext, place: Omit<Place, keyof Span>): Promise<void> {
  const { clinicId, doctorId, chairId } = place;
  if (doctorId !== null && !(await listDoctors(ctx, clinicId)).some(({ id }) => id === doctorId))
    throw new NotFound('doctor', doctorId);
  const chairs = chairId === null ? [] : await selectChairs(ctx, [clinicId]);
  if (chairId !== null && !chairs.some(({ id, isArchived }) => id === chairId && !isArchived))
    throw new NotFound('chair', chairId);
}
