import chineseDays from 'chinese-days';
import { addDays, dayAt, instantOf, millisecondsOf, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import type { Dice } from './dice.ts';

export const dayMs = 86_400_000;

export interface Day {
  on: CalendarDate;
  startsMs: number;
  /** How many come compared with an ordinary day; 0 where the clinics are closed. */
  busyness: number;
}

/** The days a demo plays on, counted from the first one; `today` is the place of the present one. */
export interface Calendar {
  zone: TimeZone;
  nowMs: number;
  today: number;
  days: readonly Day[];
}

export function calendarOf(
  now: Instant,
  zone: TimeZone,
  length: { daysBack: number; daysAhead: number },
): Calendar {
  const first = addDays(dayAt(now, zone), -length.daysBack);
  const days: Day[] = [];
  for (let on = first; days.length <= length.daysBack + length.daysAhead; on = addDays(on, 1)) {
    days.push({ on, startsMs: millisecondsOf(startOfDay(on, zone)), busyness: busynessOf(on) });
  }
  return { zone, nowMs: millisecondsOf(now), today: length.daysBack, days };
}

export function instantOn(calendar: Calendar, day: number, minute: number): Instant {
  return instantOf(calendar.days[day]!.startsMs + minute * 60_000);
}

/** The place of the day that holds this moment. Every day has 24 hours: China has had no summer time since 1991. */
export function dayOf(calendar: Calendar, atMs: number): number {
  return Math.floor((atMs - calendar.days[0]!.startsMs) / dayMs);
}

/** That day, or the next on which the clinics are open and people like to come; null beyond the calendar. */
export function dayToCome(calendar: Calendar, from: number, dice: Dice): number | null {
  for (let day = from; day < calendar.days.length; day += 1) {
    if (dice.happens(calendar.days[day]!.busyness / mostBusy)) return day;
  }
  return null;
}

const mostBusy = 1.7;

/** Weekends are full; summer brings the pupils; at Spring Festival, from its eve to the fourth day, nobody works. */
function busynessOf(on: CalendarDate): number {
  if (isSpringFestival(on)) return 0;
  const weekday = (Math.floor(Date.parse(on) / dayMs) + 4) % 7;
  const ofWeek = [1.4, 0.85, 0.8, 0.85, 0.9, 1.05, 1.45][weekday]!;
  const ofYear = ['07', '08'].includes(on.slice(5, 7)) ? 1.15 : 1;
  return ofWeek * ofYear;
}

function isSpringFestival(on: CalendarDate): boolean {
  const tomorrow = chineseDays.getLunarDate(addDays(on, 1));
  return tomorrow.lunarMon === 1 && tomorrow.lunarDay <= 5 && !tomorrow.isLeap;
}
