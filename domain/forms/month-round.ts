import { addDays, daysBetween, firstOfMonth, hoursBetween, nextMonth } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';

/** Everybody seen in a month is asked before the 10th of the next (S0). */
export const roundEndsOnDay = 10;

/** A call without a history to go by: with dialling, waiting and writing it down. */
export const usualMinutesPerCall = 4;

/** Nobody calls quicker: what customers answer by themselves in a minute is nobody's pace. */
const leastMinutesPerCall = 1;

/** The last day on which the customers of `month` may still be asked. */
export function lastDayOfRound(month: string): CalendarDate {
  return addDays(firstOfMonth(nextMonth(month)), roundEndsOnDay - 2);
}

/** Whole days left, today included; 0 once the 10th has come. */
export function daysLeft(month: string, today: CalendarDate): number {
  return Math.max(0, daysBetween(today, lastDayOfRound(month)) + 1);
}

/**
 * Hours of calling the rest takes at today's pace: as many an hour as were asked since the day's first call, and the
 * usual minutes where there is too little of today to go by.
 */
export function hoursLeft(
  left: number,
  today: { asked: number; firstAt: Instant | null; lastAt: Instant | null },
): number {
  return (left * minutesPerCustomer(today)) / 60;
}

function minutesPerCustomer(today: {
  asked: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
}): number {
  if (today.asked < 3 || today.firstAt === null || today.lastAt === null) return usualMinutesPerCall;
  // The first of them took its time before it was written down.
  const minutes = (hoursBetween(today.firstAt, today.lastAt) * 60) / (today.asked - 1);
  return Math.max(leastMinutesPerCall, minutes);
}

export type RoundState = 'left' | 'asked' | 'answered';

/** Asked is whoever was tried or is done with; answered, who said how content they are. */
export function stateOfRound(owed: { tries: number; isOpen: boolean; score: number | null }): RoundState {
  if (owed.score !== null) return 'answered';
  return owed.isOpen && owed.tries === 0 ? 'left' : 'asked';
}
