import type { TriageArea } from './area.ts';

/** A doctor of today, as far as it decides who goes where. */
export interface DoctorToday {
  id: string;
  name: string;
  /** What they are good at; empty takes everything. */
  areas: readonly TriageArea[];
  /** Minutes of work of those before a newcomer: who is with them, and who waits for them. */
  minutesAhead: number;
  waiting: number;
  /** Everybody of the day, gone ones included. */
  seenToday: number;
  isOwn: boolean;
  isBooked: boolean;
}

export const reasonCodes = [
  'booked',
  'own-doctor',
  'speciality',
  'takes-all',
  'other-speciality',
  'load',
] as const;
export interface TriageReason {
  code: (typeof reasonCodes)[number];
  /** Of the load: the minutes before them. */
  minutes: number | null;
}

export interface RankedDoctor extends DoctorToday {
  reasons: TriageReason[];
  isSuggested: boolean;
}

/** An own doctor, or the one they are booked with, is worth waiting for this much longer. */
export const ownDoctorMinutes = 30;

/**
 * Who should see somebody, the best first (E4): whom they are booked with; then who is good at it before who takes
 * everything, and who is good at something else last; among equals the shortest wait, their own doctor with a start.
 */
export function rankDoctors(area: TriageArea, doctors: readonly DoctorToday[]): RankedDoctor[] {
  const ranked = doctors
    .map((doctor) => ({ doctor, fit: fitOf(doctor, area), wait: waitOf(doctor) }))
    .sort(
      (one, other) =>
        Number(other.doctor.isBooked) - Number(one.doctor.isBooked) ||
        one.fit - other.fit ||
        one.wait - other.wait ||
        one.doctor.seenToday - other.doctor.seenToday ||
        one.doctor.name.localeCompare(other.doctor.name),
    );
  return ranked.map(({ doctor, fit }, index) => ({
    ...doctor,
    reasons: reasonsOf(doctor, fit),
    isSuggested: index === 0,
  }));
}

function fitOf({ areas }: DoctorToday, area: TriageArea): 0 | 1 | 2 {
  if (areas.includes(area)) return 0;
  return areas.length === 0 ? 1 : 2;
}

function waitOf({ minutesAhead, isOwn }: DoctorToday): number {
  return minutesAhead - (isOwn ? ownDoctorMinutes : 0);
}

function reasonsOf(doctor: DoctorToday, fit: 0 | 1 | 2): TriageReason[] {
  const fits = (['speciality', 'takes-all', 'other-speciality'] as const)[fit];
  return [
    ...(doctor.isBooked ? [{ code: 'booked', minutes: null } as const] : []),
    ...(doctor.isOwn ? [{ code: 'own-doctor', minutes: null } as const] : []),
    { code: fits, minutes: null },
    { code: 'load', minutes: doctor.minutesAhead },
  ];
}
