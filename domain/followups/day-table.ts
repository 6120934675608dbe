import {
  daysBetween,
  instantAt,
  instantOf,
  millisecondsOf,
  nextClockChange,
  startOfDay,
} from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { farthestAhead, isWorkingDay } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

/**
 * The days of one clinic from a first to a last one, for windows that are worked out by place in a list: day n of the
 * list begins at `starts[n]`. Places count from 1, as a database counts, and 0 is nowhere.
 */
export interface DayTable {
  first: CalendarDate;
  starts: Instant[];
  ends: Instant[];
  /** The clinic's hours of each day, open or not, and the nearest days that it works; none where it works every day. */
  working: {
    opens: Instant[];
    closes: Instant[];
    /** The last working day up to and with the day itself. */
    upTo: number[];
    /** The next one after the day, not farther than a window is put off. */
    after: number[];
  } | null;
}

export function dayTable(
  first: CalendarDate,
  last: CalendarDate,
  zone: TimeZone,
  working?: WorkingDays,
): DayTable {
  const days = daysFrom(first, daysBetween(first, last) + 2);
  const begins = beginningsOf(days, zone);
  const starts = begins.slice(0, -1);
  const ends = begins.slice(1).map((next) => instantOf(millisecondsOf(next) - 1));
  return { first, starts, ends, working: working ? workingTable(days, begins, zone, working) : null };
}

function daysFrom(first: CalendarDate, count: number): CalendarDate[] {
  const noon = millisecondsOf(`${first}T12:00:00.000Z`);
  return Array.from({ length: count }, (_, place) => instantOf(noon + place * dayMs).slice(0, 10));
}

const dayMs = 86_400_000;

/** As `startOfDay` of each: a day after the one before, but about where the clocks are changed. */
function beginningsOf(days: readonly CalendarDate[], zone: TimeZone): Instant[] {
  const begins: Instant[] = [];
  let change: Instant | null = null;
  let isPlain = false;
  for (const day of days) {
    const before = begins.at(-1);
    const expected: Instant | undefined = before && instantOf(millisecondsOf(before) + dayMs);
    if (expected !== undefined && isPlain && (change === null || expected < change)) begins.push(expected);
    else {
      const begin = startOfDay(day, zone);
      // Clocks that go forward at midnight shorten the day that begins with it.
      isPlain = begin === expected && begin !== change;
      change = nextClockChange(begin, zone);
      begins.push(begin);
    }
  }
  return begins;
}

function workingTable(
  days: readonly CalendarDate[],
  begins: readonly Instant[],
  zone: TimeZone,
  working: WorkingDays,
): NonNullable<DayTable['working']> {
  const inTable = days.slice(0, -1);
  const works = inTable.map((day) => isWorkingDay(day, working));
  const upTo: number[] = [];
  for (const [place, isOpen] of works.entries()) upTo.push(isOpen ? place + 1 : (upTo.at(-1) ?? 0));
  const after = works.map((_, place) => {
    const ahead = works.slice(place + 1, place + 1 + farthestAhead).indexOf(true);
    return ahead === -1 ? 0 : place + 2 + ahead;
  });
  const at = (time: string) =>
    inTable.map((day, place) => {
      const [begin, next] = [millisecondsOf(begins[place]!), millisecondsOf(begins[place + 1]!)];
      return next - begin === dayMs
        ? instantOf(begin + minutesOf(time) * 60_000)
        : instantAt(`${day}T${time}`, zone);
    });
  return { opens: at(working.calendar.opens), closes: at(working.calendar.closes), upTo, after };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
