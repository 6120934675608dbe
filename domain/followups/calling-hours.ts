import { addDays, addHours, dayAt, instantAt, wallTimeAt, weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { RetryPolicy } from './retry-policy.ts';
import { farthestAhead, isWorkingDay } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

/** So long after the time a customer named the call is still the one they asked for. */
const wishHoldsHours = 1;

/** From `from` until before `to`, by the clock: "09:00". */
export interface Hours {
  from: string;
  to: string;
}

/** All that says when one customer may be tried. */
export interface CallingTimes {
  zone: TimeZone;
  /** When customers are called, or written to, at all. */
  hours: Hours;
  /** Undefined: the clinic works every day at any hour. */
  workingDays: WorkingDays | undefined;
  /** When the customer can speak; at any hour where none is named. */
  safeHours: DiscreetProfile['safeHours'];
}

/** A moment at which somebody may be tried, with what else of its day may be used. */
export interface Opening {
  at: Instant;
  day: CalendarDate;
  spans: readonly Hours[];
}

/** So long, in days, a customer who can speak only while the clinic is closed is kept waiting for another day. */
const patienceDays = 14;

/** What is kept to, and what gives way where nothing else is left. The customer's own hours never do. */
const limits = [
  ['days', 'clinic', 'calling'],
  ['days', 'calling'],
  ['calling'],
  [],
] as const satisfies readonly ('days' | 'clinic' | 'calling')[][];
type Limits = (typeof limits)[number];

/** The first moment from `from` on at which the customer may be tried: the clinic works, calls are made, they can speak. */
export function nextOpening(from: Instant, times: CallingTimes): Opening {
  const today = dayAt(from, times.zone);
  const farthest = times.safeHours.length > 0 ? patienceDays : farthestAhead;
  for (const kept of limits) {
    for (let ahead = 0; ahead <= farthest; ahead += 1) {
      const day = addDays(today, ahead);
      const spans = spansOn(day, times, kept);
      const at = firstWithin(spans, day, from, times.zone);
      if (at !== null) return { at, day, spans };
    }
  }
  return { at: from, day: today, spans: [] };
}

function firstWithin(
  spans: readonly Hours[],
  day: CalendarDate,
  from: Instant,
  zone: TimeZone,
): Instant | null {
  for (const span of spans) {
    const begins = instantAt(`${day}T${span.from}`, zone);
    const at = begins < from ? from : begins;
    if (at < endOf(span, day, zone)) return at;
  }
  return null;
}

function endOf({ to }: Hours, day: CalendarDate, zone: TimeZone): Instant {
  return to === '24:00' ? instantAt(`${addDays(day, 1)}T00:00`, zone) : instantAt(`${day}T${to}`, zone);
}

/** The hours of a day at which the customer may be tried, the earliest first. */
function spansOn(day: CalendarDate, times: CallingTimes, kept: Limits): Hours[] {
  const keeps = (limit: 'days' | 'clinic' | 'calling') => (kept as readonly string[]).includes(limit);
  const { workingDays, safeHours } = times;
  if (keeps('days') && workingDays && !isWorkingDay(day, workingDays)) return [];
  let hours: Hours = { from: '00:00', to: '24:00' };
  if (keeps('calling')) hours = within(hours, times.hours);
  if (keeps('clinic') && workingDays)
    hours = within(hours, { from: workingDays.calendar.opens, to: workingDays.calendar.closes });
  const safe = safeHours.filter(({ days }) => days.includes(weekdayOf(day)));
  const spans = safeHours.length === 0 ? [hours] : safe.map((span) => within(hours, span));
  return spans.filter(({ from, to }) => from < to).sort((a, b) => a.from.localeCompare(b.from));
}

/** What two spans have in common; it ends before it begins where they have nothing. */
export function within(one: Hours, other: Hours): Hours {
  return {
    from: one.from > other.from ? one.from : other.from,
    to: one.to < other.to ? one.to : other.to,
  };
}

/** The hours of calling, by the clock. */
export function hoursOfCalling({ fromHour, toHour }: Pick<RetryPolicy, 'fromHour' | 'toHour'>): Hours {
  return { from: clock(fromHour), to: clock(toHour) };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Whether customers are called now, by the clinic's clock: within its calling hours, or because this one asked for it. */
export function isTimeToCall(
  followups: readonly { nextTryAt: Instant | null }[],
  policy: Pick<RetryPolicy, 'fromHour' | 'toHour'>,
  now: Instant,
  zone: TimeZone,
): boolean {
  const { from, to } = hoursOfCalling(policy);
  const wall = wallTimeAt(now, zone).slice(11);
  if (from <= wall && wall < to) return true;
  return followups.some(
    ({ nextTryAt }) => nextTryAt !== null && nextTryAt <= now && now <= addHours(nextTryAt, wishHoldsHours),
  );
}
