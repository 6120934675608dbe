import type { CalendarDate } from '#domain/base/time.ts';

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
  return isOneSlipAway(digitsOf(a), digitsOf(b)) ? 'mistyped' : 'different';
}

export function saysOnlyYear(day: CalendarDate): boolean {
  return day.endsWith('-01-01');
}

/** One key for a birthday and for the same one with day and month swapped. */
export function birthdayKey(day: CalendarDate): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${year} ${[month, dayOfMonth].sort().join(' ')}`;
}

/** One digit is another, or two neighbours stand in each other's place. */
function isOneSlipAway(a: string, b: string): boolean {
  const from = [...a].findIndex((digit, place) => digit !== b[place]);
  const after = a.slice(from + 1) === b.slice(from + 1);
  const turned =
    a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
  return after || turned;
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
