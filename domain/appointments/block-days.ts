import { addDays, weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';

/** More in one go is a mistake in the year. */
export const mostBlocks = 500;

/** The days a stretch of time is kept free: one, or each that counts up to the last. */
export function blockDays(wish: {
  day: CalendarDate;
  until: CalendarDate | null;
  weekdays: readonly number[];
}): CalendarDate[] {
  const { day, until, weekdays } = wish;
  if (until === null) return [day];
  const days: CalendarDate[] = [];
  for (let each = day; each <= until && days.length <= mostBlocks; each = addDays(each, 1))
    if (weekdays.length === 0 || weekdays.includes(weekdayOf(each))) days.push(each);
  return days;
}
