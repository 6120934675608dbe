import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Customer } from '#domain/customers/contract.ts';

/** Which calendar somebody keeps their birthday by. */
export type BirthdayCalendar = Customer['birthdayCalendar'];

/** A day of the lunar calendar (农历). */
export interface LunarDay {
  year: number;
  month: number;
  day: number;
  isLeapMonth: boolean;
}

/** The tables of the lunar calendar; null beyond them, and for a day that a year does not have. */
export interface LunarCalendar {
  lunarOf(day: CalendarDate): LunarDay | null;
  solarOf(day: LunarDay): CalendarDate | null;
}

export interface Birthday {
  on: CalendarDate;
  /** Tells this year's from the next: "2026", or "lunar-2026" by the lunar year. */
  key: string;
}

/** The next birthday on or after `from`. A lunar one that the tables do not reach is kept by the solar calendar. */
export function nextBirthday(
  born: CalendarDate,
  calendar: BirthdayCalendar,
  from: CalendarDate,
  tables: LunarCalendar,
): Birthday {
  if (calendar === 'lunar') {
    const next = nextLunarBirthday(born, from, tables);
    if (next) return next;
  }
  const year = Number(from.slice(0, 4));
  const thisYear = solarBirthdayIn(year, born);
  return thisYear >= from
    ? { on: thisYear, key: String(year) }
    : { on: solarBirthdayIn(year + 1, born), key: String(year + 1) };
}

/** All birthdays from one day to another, both included: what was the next one, again and again. */
export function birthdaysBetween(
  born: CalendarDate,
  calendar: BirthdayCalendar,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  tables: LunarCalendar,
): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let { on } = nextBirthday(born, calendar, from, tables); on <= to;) {
    days.push(on);
    ({ on } = nextBirthday(born, calendar, addDays(on, 1), tables));
  }
  return days;
}

/** Somebody of 29 February is wished well on the 28th of common years: rather a day early than late. */
function solarBirthdayIn(year: number, born: CalendarDate): CalendarDate {
  const isCommon = year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0);
  const monthAndDay = born.slice(5) === '02-29' && isCommon ? '02-28' : born.slice(5);
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

function nextLunarBirthday(born: CalendarDate, from: CalendarDate, tables: LunarCalendar): Birthday | null {
  const lunar = tables.lunarOf(born);
  const today = tables.lunarOf(from);
  if (!lunar || !today) return null;
  for (const year of [today.year, today.year + 1]) {
    const on = lunarBirthdayIn(year, lunar, tables);
    if (on !== null && on >= from) return { on, key: `lunar-${year}` };
  }
  return null;
}

/** Of a leap month, in the ordinary one where the year has no such leap month; the 30th, on the 29th of a short one. */
function lunarBirthdayIn(year: number, born: LunarDay, tables: LunarCalendar): CalendarDate | null {
  const sameMonth = { ...born, year };
  const ordinary = { ...sameMonth, isLeapMonth: false };
  for (const day of [sameMonth, { ...sameMonth, day: 29 }, ordinary, { ...ordinary, day: 29 }]) {
    if (day.day > born.day) continue;
    const on = tables.solarOf(day);
    if (on !== null) return on;
  }
  return null;
}
