import { z } from 'zod';
import { addDays, dayAt, endOfDay, instantAt, weekdayOf } from '#domain/base/time.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { Window } from './window.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const exceptions = z.array(calendarDateShape).max(400);

/** When a clinic works. A day named in `openOn` or `closedOn` is so, whatever the rest says. */
export const ClinicCalendar = z
  .strictObject({
    /** 1 is Monday, 7 Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    opens: clockTime,
    closes: clockTime,
    /** Closed on public holidays, and open on the days that make up for them. */
    keepsHolidays: z.boolean(),
    openOn: exceptions,
    closedOn: exceptions,
  })
  .refine(({ opens, closes }) => opens < closes, { error: 'closes-before-it-opens', path: ['closes'] });
export type ClinicCalendar = z.infer<typeof ClinicCalendar>;

/** The state's free days and the days made up for them, as published; the years after are not known yet. */
export interface PublicDays {
  lastYear: number;
  holidays: ReadonlySet<CalendarDate>;
  makeUpDays: ReadonlySet<CalendarDate>;
}

export interface WorkingDays {
  calendar: ClinicCalendar;
  publicDays: PublicDays;
}

/** How far ahead the next working day is looked for. */
export const farthestAhead = 60;

export function isWorkingDay(day: CalendarDate, { calendar, publicDays }: WorkingDays): boolean {
  if (calendar.openOn.includes(day)) return true;
  if (calendar.closedOn.includes(day)) return false;
  if (calendar.keepsHolidays) {
    if (publicDays.makeUpDays.has(day)) return true;
    if (publicDays.holidays.has(day)) return false;
  }
  return calendar.weekdays.includes(weekdayOf(day));
}

/** Whether the day may still turn into a holiday: its year's are not published, and the clinic keeps them. */
export function isForeseen(day: CalendarDate, { calendar, publicDays }: WorkingDays): boolean {
  return !calendar.keepsHolidays || Number(day.slice(0, 4)) <= publicDays.lastYear;
}

/**
 * The window on days the clinic works: due by the last working day in it; where there is none in it, on the
 * next one after it, because nobody is there to call sooner. A day counts when its hours overlap the window.
 */
export function rolledTo(working: WorkingDays, window: Window, zone: TimeZone): Window {
  const lastDay = dayAt(window.closesAt, zone);
  const firstDay = dayAt(window.opensAt, zone);
  for (let day = lastDay; day >= firstDay; day = addDays(day, -1)) {
    if (!isOpenWithin(day, window, working, zone)) continue;
    return day === lastDay ? window : { ...window, dueAt: endOfDay(day, zone) };
  }
  for (let ahead = 1; ahead <= farthestAhead; ahead += 1) {
    const day = addDays(lastDay, ahead);
    if (!isWorkingDay(day, working)) continue;
    const dueAt = endOfDay(day, zone);
    return { ...window, dueAt, closesAt: dueAt };
  }
  return window;
}

function isOpenWithin(day: CalendarDate, window: Window, working: WorkingDays, zone: TimeZone): boolean {
  if (!isWorkingDay(day, working)) return false;
  const opens = instantAt(`${day}T${working.calendar.opens}`, zone);
  const closes = instantAt(`${day}T${working.calendar.closes}`, zone);
  return window.opensAt < closes && opens <= window.closesAt;
}
