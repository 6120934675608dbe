import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A moment, as UTC text with milliseconds ("2016-06-09T12:00:00.000Z"): two of them compare as text. */
export type Instant = string;
/** A day without an hour or a zone, "2016-06-09". Birthdays and due days are these, never moments. */
export type CalendarDate = string;
/** A local wall time without a zone, "2016-06-09T09:00". */
export type WallTime = string;
/** An IANA name such as "Asia/Shanghai". */
export type TimeZone = string;

export const instantShape = z.iso
  .datetime({ offset: true })
  .refine(isStorable, { error: 'not-a-date' })
  .transform((text) => toInstant(text));
export const calendarDateShape = z.string().refine(isCalendarDate, { error: 'not-a-date' });
export const timeZoneShape = z.string().max(64).refine(isTimeZone, { error: 'not-a-time-zone' });
export const wallTimeShape = z.string().refine(isWallTime, { error: 'not-a-wall-time' });

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isStorable(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export function isWallTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) || !isStorable(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** A name, not an offset: "+08:00" means the other direction to the database. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

export function toInstant(text: string): Instant {
  return instantOf(Temporal.Instant.from(text).epochMilliseconds);
}

export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(instant) + minutes * 60_000);
}

export function addHours(instant: Instant, hours: number): Instant {
  return addMinutes(instant, hours * 60);
}

export function hoursBetween(earlier: Instant, later: Instant): number {
  return (millisecondsOf(later) - millisecondsOf(earlier)) / 3_600_000;
}

/** The day that clocks in `zone` show at `instant`. */
export function dayAt(instant: Instant, zone: TimeZone): CalendarDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The wall clock of `zone` at `instant`, to the minute. */
export function wallTimeAt(instant: Instant, zone: TimeZone): WallTime {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** 3月13日09:00, as a message says it. */
export function saidAt(instant: Instant, zone: TimeZone): string {
  const wall = wallTimeAt(instant, zone);
  return `${Number(wall.slice(5, 7))}月${Number(wall.slice(8, 10))}日${wall.slice(11, 16)}`;
}

export function hourAt(instant: Instant, zone: TimeZone): number {
  return zoned(instant, zone).hour;
}

/** The moment when clocks in `zone` show `wall`; in a summer-time gap the later reading. */
export function instantAt(wall: WallTime, zone: TimeZone): Instant {
  return instantOf(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds);
}

export function startOfDay(day: CalendarDate, zone: TimeZone): Instant {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** When the clocks of `zone` are next put forward or back after `instant`; null where that is not known to happen. */
export function nextClockChange(instant: Instant, zone: TimeZone): Instant | null {
  const change = zoned(instant, zone).getTimeZoneTransition('next');
  return change && instantOf(change.epochMilliseconds);
}

/** The last millisecond of `month` ("2016-05") in `zone`. */
export function endOfMonth(month: string, zone: TimeZone): Instant {
  return endOfDay(addDays(firstOfMonth(nextMonth(month)), -1), zone);
}

/** The last millisecond of `day` in `zone`. */
export function endOfDay(day: CalendarDate, zone: TimeZone): Instant {
  return instantOf(millisecondsOf(startOfDay(addDays(day, 1), zone)) - 1);
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** A month later on the same day, or on the month's last day where it is shorter (31 January → 28 February). */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return Temporal.PlainDate.from(earlier).until(Temporal.PlainDate.from(later), { largestUnit: 'day' }).days;
}

/** Whole years of age on `today`; somebody born on 29 February turns a year older on 1 March of common years. */
export function ageOn(birthday: CalendarDate, today: CalendarDate): number {
  return (
    Number(today.slice(0, 4)) - Number(birthday.slice(0, 4)) - (today.slice(5) < birthday.slice(5) ? 1 : 0)
  );
}

/** The day a day's week began on. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const since = daysBetween('2001-01-01', day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return daysBetween(mondayOf(day), day) + 1;
}

/** "2016-06-09" → "2016-06". */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

export function firstOfMonth(month: string): CalendarDate {
  return `${month}-01`;
}

export function nextMonth(month: string, months = 1): string {
  return monthOf(addMonths(firstOfMonth(month), months));
}

/** The database knows no year 0, and a year of five digits would not compare as text. */
function isStorable(text: string): boolean {
  return text >= '0001-01-02' && text < '9999-12-31';
}

function zoned(instant: Instant, zone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(millisecondsOf(instant)).toZonedDateTimeISO(zone);
}
