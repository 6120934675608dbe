import { freeLane, overlap } from '#domain/appointments/free-times.ts';
import type { Span } from '#domain/appointments/free-times.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { selectChairs, selectDeskRules, selectDoctors } from './places-store.ts';
import { deleteEndedHolds, insertSlot, selectTaken } from './store.ts';

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
  const { clinicId, doctorId, chairId, startsAt, endsAt } = place;
  if (doctorId === null && chairId === null) return;
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
  const isTaken =
    lane === undefined ||
    chairIsTaken ||
    // The last word is the table's: another desk may have looked at the same moment.
    !(await insertSlot(ctx, {
      ...{ id: newId(), clinicId, doctorId, chairId, lane, startsAt, endsAt, appointmentId },
    }));
  if (isTaken)
    throw new Conflict('slot-taken', { what: lane !== undefined && chairIsTaken ? 'chair' : 'doctor' });
}

/** A doctor and a chair of the clinic; what is archived is booked no more. */
export async function requirePlace(ctx: TransactionContext, place: Omit<Place, keyof Span>): Promise<void> {
  const { clinicId, doctorId, chairId } = place;
  if (doctorId !== null && !(await selectDoctors(ctx, clinicId)).some(({ id }) => id === doctorId))
    throw new NotFound('doctor', doctorId);
  const chairs = chairId === null ? [] : await selectChairs(ctx, [clinicId]);
  if (chairId !== null && !chairs.some(({ id, isArchived }) => id === chairId && !isArchived))
    throw new NotFound('chair', chairId);
}
