import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { addMinutes, hoursBetween } from '#domain/base/time.ts';
import type { AppointmentState } from '#domain/appointments/appointment.ts';
import type { Answers } from '#domain/checkout/answers.ts';
import type { VisitKind } from '#domain/visits/visit.ts';

/** What the record says of one appointment of the day. */
export interface AppointmentFact {
  day: CalendarDate;
  state: AppointmentState;
  isConfirmed: boolean;
  startsAt: Instant;
  arrivedAt: Instant | null;
}

/** And of one visit. */
export interface VisitFact {
  day: CalendarDate;
  kind: VisitKind;
  isBooked: boolean;
  isClosed: boolean;
  hasSource: boolean;
  hasClass: boolean;
  arrivedAt: Instant | null;
  /** When they first sat down with whoever treats. */
  treatedAt: Instant | null;
  answers: Answers | null;
  isOfferBought: boolean;
}

/** And of one contact at the desk, by telephone, online or at the door. */
export interface ContactFact {
  day: CalendarDate;
  isClassed: boolean;
}

export interface DayFacts {
  appointments: readonly AppointmentFact[];
  visits: readonly VisitFact[];
  contacts: readonly ContactFact[];
  /** Money that came in, less what went back. */
  cashFen: number;
}

export interface DeskTargets {
  lateMinutes: number;
  waitFirstMinutes: number;
  waitReturnMinutes: number;
}
/** E2 and E5: late after 10 minutes; a first visitor waits 15 at most, a return visitor 20. */
export const standardTargets: DeskTargets = { lateMinutes: 10, waitFirstMinutes: 15, waitReturnMinutes: 20 };

/** `of` is what a count is a share of; null where it is no share. */
export interface Count {
  count: number;
  of: number | null;
}

const share = <T>(all: readonly T[], which: (one: T) => boolean): Count => ({
  count: all.filter(which).length,
  of: all.length,
});
const number = (count: number): Count => ({ count, of: null });

const waitOf = ({ arrivedAt, treatedAt }: VisitFact): number | null =>
  arrivedAt && treatedAt ? hoursBetween(arrivedAt, treatedAt) * 60 : null;
const waited = (visits: readonly VisitFact[], kind: VisitKind) =>
  visits.filter((visit) => visit.kind === kind && waitOf(visit) !== null);
const left = (visits: readonly VisitFact[]) => visits.filter(({ isClosed }) => isClosed);
const answered = (visits: readonly VisitFact[]) =>
  visits.flatMap(({ answers }) => (answers ? [answers] : []));

// A wait of 15 minutes and some seconds is one of 15 minutes.

/**
 * Every figure of the desk's day and what it counts: the one place that says so. A cancelled appointment is no booking of
 * the day any more; who was let go without a checkout stands in every share of those who left.
 */
const definitions = {
  booked: ({ appointments }) => number(appointments.filter(({ state }) => state !== 'cancelled').length),
  confirmed: ({ appointments }) =>
    share(
      appointments.filter(({ state }) => state !== 'cancelled'),
      ({ isConfirmed }) => isConfirmed,
    ),
  kept: ({ appointments }) =>
    share(
      appointments.filter(({ state }) => state !== 'cancelled'),
      ({ state }) => state === 'kept',
    ),
  late: ({ appointments }, { lateMinutes }) =>
    share(
      appointments.filter(({ arrivedAt }) => arrivedAt !== null),
      ({ arrivedAt, startsAt }) => arrivedAt! >= addMinutes(startsAt, lateMinutes),
    ),
  missed: ({ appointments }) =>
    share(
      appointments.filter(({ state }) => state !== 'cancelled'),
      ({ state }) => state === 'missed',
    ),
  cancelled: ({ appointments }) => number(appointments.filter(({ state }) => state === 'cancelled').length),
  visits: ({ visits }) => number(visits.length),
  firstVisits: ({ visits }) => share(visits, ({ kind }) => kind === 'first'),
  walkIns: ({ visits }) => share(visits, ({ isBooked }) => !isBooked),
  withSource: ({ visits }) =>
    share(
      visits.filter(({ kind }) => kind === 'first'),
      ({ hasSource }) => hasSource,
    ),
  classed: ({ visits }) => share(visits, ({ hasClass }) => hasClass),
  contactsClassed: ({ contacts }) => share(contacts, ({ isClassed }) => isClassed),
  waitFirst: ({ visits }, { waitFirstMinutes }) =>
    share(waited(visits, 'first'), (visit) => waitOf(visit)! < waitFirstMinutes + 1),
  waitReturn: ({ visits }, { waitReturnMinutes }) =>
    share(waited(visits, 'return'), (visit) => waitOf(visit)! < waitReturnMinutes + 1),
  checkedOut: ({ visits }) => share(left(visits), ({ answers }) => answers !== null),
  nextBooked: ({ visits }) => share(left(visits), ({ answers }) => answers?.next === 'booked'),
  offered: ({ visits }) => share(left(visits), ({ answers }) => answers?.offer === 'offered'),
  offerBought: ({ visits }) =>
    share(
      left(visits).filter(({ answers }) => answers?.offer === 'offered'),
      ({ isOfferBought }) => isOfferBought,
    ),
  followupAgreed: ({ visits }) => share(left(visits), ({ answers }) => answers?.followup === 'agreed'),
  ratingAsked: ({ visits }) => share(left(visits), ({ answers }) => answers?.rating === 'asked'),
  accountAdded: ({ visits }) =>
    share(
      answered(visits).filter(({ account }) => account !== 'already'),
      ({ account }) => account === 'added',
    ),
  cashFen: ({ cashFen }) => number(cashFen),
} as const satisfies Record<string, (facts: DayFacts, targets: DeskTargets) => Count>;

export type FigureKey = keyof typeof definitions;
export const figureKeys = Object.keys(definitions) as FigureKey[];
export type Figures = Record<FigureKey, Count>;

export function countFigures(facts: DayFacts, targets: DeskTargets = standardTargets): Figures {
  const counted = figureKeys.map((key) => {
    const count: (facts: DayFacts, targets: DeskTargets) => Count = definitions[key];
    return [key, count(facts, targets)];
  });
  return Object.fromEntries(counted) as Figures;
}

/** The days together: counts add up, and so does what they are a share of. */
export function sumFigures(days: readonly Figures[]): Figures {
  const sums = figureKeys.map((key) => {
    const all = days.map((day) => day[key]);
    const of = all.every((one) => one.of === null) ? null : all.reduce((sum, one) => sum + (one.of ?? 0), 0);
    return [key, { count: all.reduce((sum, { count }) => sum + count, 0), of }];
  });
  return Object.fromEntries(sums) as Figures;
}

export interface Correction {
  figure: FigureKey;
  corrected: number;
}

/** As the day stands: what was counted, with the last word of whoever set a figure right. */
export function corrected(figures: Figures, corrections: readonly Correction[]): Figures {
  const right = { ...figures };
  for (const { figure, corrected } of corrections) right[figure] = { ...figures[figure], count: corrected };
  return right;
}
