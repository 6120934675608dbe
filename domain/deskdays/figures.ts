import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { addMinutes, hoursBetween } from '#domain/base/time.ts';
import type { AppointmentState } from '#domain/appointments/appointment.ts';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import type { chartParts } from '#domain/charts/chart.ts';
import type { Answers } from '#domain/checkout/answers.ts';
import { isBy, lateCallOwed } from '#domain/lateness/call-state.ts';
import type { VisitKind } from '#domain/visits/visit.ts';

/** What the record says of one appointment of the day. */
export interface AppointmentFact {
  day: CalendarDate;
  state: AppointmentState;
  isConfirmed: boolean;
  startsAt: Instant;
  arrivedAt: Instant | null;
  cancelledAt: Instant | null;
  /** When they were first called because they were late. */
  calledAt: Instant | null;
}

/** And of one that was cancelled on the day, whenever it was to be. */
export interface CancellationFact {
  day: CalendarDate;
  cancelledAt: Instant;
  /** When the customer was first called since, or booked again. */
  settledAt: Instant | null;
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
  /** When somebody was with them while they waited, the first first. */
  wordsAt: readonly Instant[];
  answers: Answers | null;
  isOfferBought: boolean;
}

/** And of one contact at the desk, by telephone, online or at the door. */
export interface ContactFact {
  day: CalendarDate;
  isClassed: boolean;
}

/** And of the charts, counted in the morning and in the evening. */
export interface ChartFact {
  day: CalendarDate;
  part: (typeof chartParts)[number];
  expected: number;
  counted: number;
}

export interface DayFacts {
  /** What is not due by then is not missing. */
  countedAt: Instant;
  appointments: readonly AppointmentFact[];
  cancellations: readonly CancellationFact[];
  visits: readonly VisitFact[];
  contacts: readonly ContactFact[];
  charts: readonly ChartFact[];
  /** Money that came in, less what went back. */
  cashFen: number;
}

/** The clinic's own figures of E2 and E5, by which a day is judged. */
export const targetKeys = [
  ...(['lateCallMinutes', 'lateRecordMinutes', 'cancelContactMinutes', 'waitFirstMinutes'] as const),
  ...(['waitReturnMinutes', 'wordEveryMinutes', 'aloneMinutes'] as const),
] as const;
export type DeskTargets = Pick<DeskRules, (typeof targetKeys)[number]>;

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

const minutesBetween = (earlier: Instant, later: Instant) => hoursBetween(earlier, later) * 60;
/** 15 minutes and some seconds are 15 minutes. */
const isWithin = (minutes: number, target: number) => minutes < target + 1;

const waitOf = ({ arrivedAt, treatedAt }: VisitFact): number | null =>
  arrivedAt && treatedAt ? minutesBetween(arrivedAt, treatedAt) : null;
const waited = (visits: readonly VisitFact[], kind: VisitKind) =>
  visits.filter((visit) => visit.kind === kind && waitOf(visit) !== null);
/** How long they sat there each time before somebody came to them or called them in. */
const aloneTimes = ({ arrivedAt, wordsAt, treatedAt }: VisitFact): number[] => {
  const met = [arrivedAt!, ...wordsAt.filter((at) => at < treatedAt!), treatedAt!];
  return met.slice(1).map((at, index) => minutesBetween(met[index]!, at));
};
const counted = (charts: readonly ChartFact[], part: ChartFact['part']): Count => {
  const count = charts.find((chart) => chart.part === part);
  return { count: count?.counted ?? 0, of: count?.expected ?? 0 };
};
const left = (visits: readonly VisitFact[]) => visits.filter(({ isClosed }) => isClosed);
const answered = (visits: readonly VisitFact[]) =>
  visits.flatMap(({ answers }) => (answers ? [answers] : []));

/** E2: who is not here by then is called; who came or cancelled before that needs no call. */
function owesCall(appointment: AppointmentFact, countedAt: Instant, targets: DeskTargets): boolean {
  const { state, startsAt, arrivedAt, cancelledAt, calledAt } = appointment;
  const { by } = lateCallOwed(startsAt, targets);
  if (calledAt !== null) return true;
  if (state === 'cancelled' && (cancelledAt === null || isBy(cancelledAt, by))) return false;
  return !isBy(countedAt, by) && (arrivedAt === null || !isBy(arrivedAt, by));
}

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
  late: ({ appointments }, { lateCallMinutes }) =>
    share(
      appointments.filter(({ arrivedAt }) => arrivedAt !== null),
      ({ arrivedAt, startsAt }) => arrivedAt! >= addMinutes(startsAt, lateCallMinutes),
    ),
  lateCalled: ({ appointments, countedAt }, targets) =>
    share(
      appointments.filter((appointment) => owesCall(appointment, countedAt, targets)),
      ({ startsAt, calledAt }) => calledAt !== null && isBy(calledAt, lateCallOwed(startsAt, targets).by),
    ),
  missed: ({ appointments }) =>
    share(
      appointments.filter(({ state }) => state !== 'cancelled'),
      ({ state }) => state === 'missed',
    ),
  cancelled: ({ appointments }) => number(appointments.filter(({ state }) => state === 'cancelled').length),
  cancelContacted: ({ cancellations, countedAt }, { cancelContactMinutes }) => {
    const dueAt = (one: CancellationFact) => addMinutes(one.cancelledAt, cancelContactMinutes);
    return share(
      cancellations.filter((one) => one.settledAt !== null || !isBy(countedAt, dueAt(one))),
      (one) => one.settledAt !== null && isBy(one.settledAt, dueAt(one)),
    );
  },
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
    share(waited(visits, 'first'), (visit) => isWithin(waitOf(visit)!, waitFirstMinutes)),
  waitReturn: ({ visits }, { waitReturnMinutes }) =>
    share(waited(visits, 'return'), (visit) => isWithin(waitOf(visit)!, waitReturnMinutes)),
  firstMet: ({ visits }, { aloneMinutes }) =>
    share(waited(visits, 'first'), (visit) => isWithin(aloneTimes(visit)[0]!, aloneMinutes)),
  wordsKept: ({ visits }, { wordEveryMinutes }) =>
    share(
      visits.filter((visit) => waitOf(visit) !== null && !isWithin(waitOf(visit)!, wordEveryMinutes)),
      (visit) => aloneTimes(visit).every((minutes) => isWithin(minutes, wordEveryMinutes)),
    ),
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
  chartsPulled: ({ charts }) => counted(charts, 'morning'),
  chartsBack: ({ charts }) => counted(charts, 'evening'),
  cashFen: ({ cashFen }) => number(cashFen),
} as const satisfies Record<string, (facts: DayFacts, targets: DeskTargets) => Count>;

export type FigureKey = keyof typeof definitions;
export const figureKeys = Object.keys(definitions) as FigureKey[];
export type Figures = Record<FigureKey, Count>;

export function countFigures(facts: DayFacts, targets: DeskTargets = standardDeskRules): Figures {
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
