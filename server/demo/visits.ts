import { instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { PastAppointment, PastTreatment, PastVisit } from '../modules/visits/add-history.ts';
import { dayMs, dayToCome } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { treatmentOf } from './content/care-path.ts';
import type { Dice } from './dice.ts';
import { journeyOf } from './journey.ts';
import type { IntendedVisit } from './journey.ts';
import type { Person } from './person.ts';

export interface StoryVisit extends PastVisit {
  treatments: PastTreatment[];
  doctorName: string;
  isUndecided: boolean;
}

export interface Visits {
  appointments: PastAppointment[];
  visits: StoryVisit[];
}

/** Where and when a person's story plays. */
export interface Scene {
  person: Person;
  chain: Chain;
  calendar: Calendar;
  dice: Dice;
  newId: () => string;
}

interface Slot {
  day: number;
  startsMs: number;
}

const missedShare = 0.055;
const cancelledShare = 0.04;

/** When people come: the morning, the afternoon, and after work. Minutes of the day. */
const hours = [
  { from: 9 * 60, to: 11 * 60 + 30, weight: 42 },
  { from: 13 * 60 + 30, to: 17 * 60, weight: 38 },
  { from: 17 * 60 + 30, to: 18 * 60 + 30, weight: 20 },
];

/**
 * What became of a person's intentions up to now: appointments kept, missed, cancelled and still ahead, and the
 * visits that were finished. `arrivesOn` is the day in the calendar from which the person wants to come.
 */
export function visitsOf(scene: Scene, arrivesOn: number): Visits {
  const story: Visits = { appointments: [], visits: [] };
  if (scene.person.onlyAsked) return story;
  let free = arrivesOn;
  for (const intended of journeyOf(scene.person, scene.dice)) {
    const arranged = arrange(scene, story, intended, free + intended.after);
    if (!arranged) return story;
    const visit = visitAt(scene, story, intended, arranged);
    const { appointment, slot } = arranged;
    if (millisecondsOf(visit.closedAt) >= scene.calendar.nowMs) {
      // Still ahead, or in the clinic right now.
      const isBooked = appointment !== null && millisecondsOf(appointment.bookedAt!) < scene.calendar.nowMs;
      if (isBooked) story.appointments.push(appointment);
      return story;
    }
    if (appointment) story.appointments.push({ ...appointment, state: 'kept' });
    story.visits.push(visit);
    free = slot.day;
  }
  return story;
}

interface Arranged {
  slot: Slot;
  /** Null for who just walked in. */
  appointment: PastAppointment | null;
}

/** Finds the hour at which the person came at last, with the appointments missed and cancelled on the way. */
function arrange(scene: Scene, story: Visits, intended: IntendedVisit, from: number): Arranged | null {
  const { calendar, dice } = scene;
  let before: Instant | null = story.visits.at(-1)?.closedAt ?? null;
  let slot = slotFrom(calendar, from, dice);
  while (slot) {
    const appointment = appointmentFor(scene, intended, slot, before);
    const fallsThrough = dice.happens(missedShare + cancelledShare);
    if (!appointment || !fallsThrough || slot.startsMs >= calendar.nowMs) return { slot, appointment };
    const isMissed = dice.happens(missedShare / (missedShare + cancelledShare));
    story.appointments.push({ ...appointment, state: isMissed ? 'missed' : 'cancelled' });
    before = appointment.startsAt;
    slot = slotFrom(calendar, slot.day + dice.whole(1, 12), dice);
  }
  return null;
}

function slotFrom(calendar: Calendar, from: number, dice: Dice): Slot | null {
  const day = dayToCome(calendar, from, dice);
  if (day === null) return null;
  const part = dice.pickBy(hours, (each) => each.weight);
  const minute = part.from + 15 * dice.whole(0, (part.to - part.from) / 15);
  return { day, startsMs: calendar.days[day]!.startsMs + minute * 60_000 };
}

/** `before` is when the person was last in the clinic or expected there; the next date is often agreed then. */
function appointmentFor(
  { person, chain, calendar, dice, newId }: Scene,
  intended: IntendedVisit,
  slot: Slot,
  before: Instant | null,
): PastAppointment | null {
  if (dice.happens(before === null ? 0.38 : 0.06)) return null;
  const earliestMs = before === null ? 0 : millisecondsOf(before) + 60_000;
  // A long way ahead nobody books; the clinic calls some days before.
  const isBookedAtOnce = before !== null && intended.after <= 60;
  const someDaysBefore = bookedBefore(calendar, slot, dice.whole(0, 5), dice);
  const bookedMs = isBookedAtOnce ? earliestMs : Math.max(earliestMs, someDaysBefore);
  return {
    id: newId(),
    clinicId: chain.clinics[person.clinic]!.id,
    customerId: person.id,
    number: null,
    startsAt: instantOf(slot.startsMs),
    day: calendar.days[slot.day]!.on,
    bookedAt: instantOf(bookedMs),
    state: 'booked',
    wasReminded: slot.startsMs - bookedMs > dayMs && dice.happens(0.75),
  };
}

/** A moment of the day on which people write and telephone; on the day itself, an hour or two before. */
function bookedBefore(calendar: Calendar, slot: Slot, days: number, dice: Dice): number {
  if (days === 0) return slot.startsMs - dice.whole(25, 150) * 60_000;
  const { startsMs } = calendar.days[slot.day]!;
  return startsMs - days * dayMs + dice.whole(8.5 * 60, 21 * 60) * 60_000;
}

function visitAt(
  scene: Scene,
  story: Visits,
  intended: IntendedVisit,
  { slot, appointment }: Arranged,
): StoryVisit {
  const { person, chain, calendar, dice, newId } = scene;
  const id = newId();
  const visitedOn = calendar.days[slot.day]!.on;
  const openedMs = slot.startsMs + dice.whole(-12 * 60, 10 * 60) * 1000;
  const minutes = dice.whole(4, 24) + intended.stage.minutes * (0.8 + 0.5 * dice.roll());
  const done = dice.pick(intended.stage.done).map(treatmentOf);
  const doctors = done.map(({ speciality }) => doctorOf(scene, speciality));
  return {
    id,
    clinicId: chain.clinics[person.clinic]!.id,
    customerId: person.id,
    appointmentId: appointment?.id ?? null,
    kind: (story.visits[0]?.visitedOn ?? visitedOn) === visitedOn ? 'first' : 'return',
    visitedOn,
    openedAt: instantOf(openedMs),
    closedAt: instantOf(openedMs + Math.round(minutes * 60) * 1000),
    chiefComplaint: intended.complaint,
    treatments: done.map(({ category, name, speciality }, position) => ({
      id: newId(),
      visitId: id,
      customerId: person.id,
      category,
      name,
      teamId: chain.teamIds[speciality],
      doctorId: doctors[position]!.id,
      finishesCourse: intended.finishesCourse && position === 0,
      position,
    })),
    doctorName: doctors[0]!.name,
    isUndecided: intended.isUndecided,
  };
}

/** A person always sees the same doctor of a speciality. */
function doctorOf({ chain, person }: Scene, speciality: ReturnType<typeof treatmentOf>['speciality']) {
  const doctors = colleaguesOf(chain, 'doctor', person.clinic, speciality);
  return doctors[Number.parseInt(person.id.slice(0, 8), 16) % doctors.length]!;
}
