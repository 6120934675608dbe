import { z } from 'zod';
import { weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';

/** Why somebody is away. Only they and who manages staff are told. */
export const leaveKinds = ['annual', 'sick', 'personal', 'training', 'other'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The hours of one day of the week; 1 is Monday, 7 Sunday. */
export const WorkDay = z
  .strictObject({ weekday: z.int().min(1).max(7), from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { error: 'ends-before-it-begins', path: ['to'] });

/** Somebody's week; a day that is missing is free. */
export const WeekHours = z
  .array(WorkDay)
  .max(7)
  .refine((days) => new Set(days.map(({ weekday }) => weekday)).size === days.length, {
    error: 'weekdays-repeat',
  });
export type WeekHours = z.infer<typeof WeekHours>;

export interface Hours {
  /** "09:00" */
  from: string;
  to: string;
}

/** Days away, the first and the last included. */
export interface AwayDays {
  from: CalendarDate;
  to: CalendarDate;
}

export function isAwayOn(leaves: readonly AwayDays[], day: CalendarDate): boolean {
  return leaves.some(({ from, to }) => from <= day && day <= to);
}

/**
 * The hours somebody works on a day: their own of that weekday, else the house's. Nobody works while the house is
 * closed, and on a day that makes up for a holiday everybody keeps the house's hours.
 */
export function hoursOn(
  day: CalendarDate,
  person: { own: WeekHours | null; leaves: readonly AwayDays[] },
  house: (Hours & { isMadeUp: boolean }) | null,
): Hours | null {
  if (house === null || isAwayOn(person.leaves, day)) return null;
  if (person.own === null || house.isMadeUp) return { from: house.from, to: house.to };
  const weekday = weekdayOf(day);
  return person.own.find((each) => each.weekday === weekday) ?? null;
}

export function minutesOf({ from, to }: Hours): number {
  return minuteOf(to) - minuteOf(from);
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Whether somebody may be away then: once at a time, and while who stands in is there. */
export function canTakeLeave(
  leave: AwayDays,
  own: readonly AwayDays[],
  standIn: { leaves: readonly AwayDays[] } | null,
): Decision {
  const overlaps = (other: AwayDays) => leave.from <= other.to && other.from <= leave.to;
  if (own.some(overlaps)) return no('leave-overlaps');
  if (standIn?.leaves.some(overlaps)) return no('stand-in-away');
  return yes;
}
