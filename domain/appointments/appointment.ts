import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** Booked until it is known what became of it: the customer came, did not come, or said so before. */
export const appointmentStates = ['booked', 'kept', 'missed', 'cancelled'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** How it came into the book. */
export const origins = ['desk', 'phone', 'online', 'import'] as const;
/** What the customer said when asked whether they come. */
export const confirmations = ['confirmed', 'declined', 'unreached'] as const;
/** On whose account it was cancelled. */
export const cancelledFor = ['customer', 'clinic'] as const;

/** Colours an appointment can stand in; the screen says how each looks. */
export const colours = [
  'blue',
  'cyan',
  'green',
  'lime',
  'gold',
  'orange',
  'red',
  'magenta',
  'purple',
  'grey',
] as const;
export type Colour = (typeof colours)[number];

export const chairKinds = ['chair', 'room'] as const;

/** Why time is kept free of customers. */
export const blockKinds = ['break', 'meeting', 'closed', 'other'] as const;

/** More customers than that side by side no clinic's rules allow; a block takes all of it. */
export const mostAtOnce = 4;

/** Where it does not say how long it takes, as what came from another system. */
export const usualMinutes = 30;

export function endOf(appointment: { startsAt: Instant; endsAt: Instant | null }): Instant {
  return appointment.endsAt ?? addMinutes(appointment.startsAt, usualMinutes);
}

/** Only somebody whose hour has come can have missed it. */
export function mayBeMissed(
  appointment: { state: AppointmentState; startsAt: Instant },
  now: Instant,
): boolean {
  return appointment.state === 'booked' && appointment.startsAt <= now;
}
