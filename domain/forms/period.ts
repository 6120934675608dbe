import { addDays, firstOfMonth, monthOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';

/** A year and a day of figures at most: more is asked of a report. */
export const longestPeriodDays = 366;

/** The days that are meant: this month so far where nobody says, and never more than a year back from the end. */
export function periodMeant(
  asked: { from?: CalendarDate | undefined; to?: CalendarDate | undefined },
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } {
  const to = asked.to ?? today;
  const earliest = addDays(to, 1 - longestPeriodDays);
  const from = asked.from ?? firstOfMonth(monthOf(to));
  if (from > to) return { from: to, to };
  return { from: from < earliest ? earliest : from, to };
}
