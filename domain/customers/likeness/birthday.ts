import type { CalendarDate } from '#domain/base/time.ts';
import { slipsBetween } from './text.ts';

export type BirthdayLikeness = 'same' | 'same-year' | 'swapped' | 'mistyped' | 'different' | 'unknown';

/**
 * How alike two birthdays are. The first of January is what is typed where only the year is known, and is
 * never taken for more than the year.
 */
export function birthdayLikeness(a: CalendarDate | null, b: CalendarDate | null): BirthdayLikeness {
  if (a === null || b === null) return 'unknown';
  if (saysOnlyYear(a) || saysOnlyYear(b)) return yearOf(a) === yearOf(b) ? 'same-year' : 'different';
  if (a === b) return 'same';
  if (a === dayAndMonthSwapped(b)) return 'swapped';
  return slipsBetween(digitsOf(a), digitsOf(b)) === 1 ? 'mistyped' : 'different';
}

export function saysOnlyYear(day: CalendarDate): boolean {
  return day.endsWith('-01-01');
}

/** One key for a birthday and for the same one with day and month swapped. */
export function birthdayKey(day: CalendarDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${year} ${[month, dayOfMonth].sort().join(' ')}`;
}

function dayAndMonthSwapped(day: CalendarDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${year}-${dayOfMonth}-${month}`;
}

function yearOf(day: CalendarDate): string {
  return day.slice(0, 4);
}

function digitsOf(day: CalendarDate): string {
  return day.replaceAll('-', '');
}
