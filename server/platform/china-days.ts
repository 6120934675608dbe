import chineseDays from 'chinese-days';
import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { LunarCalendar, LunarDay } from '#domain/followups/birthday.ts';
import type { PublicDays } from '#domain/followups/working-days.ts';

const firstYear = 2004;

/** A day the state has named, free or made up for, has its festival's name in three parts. */
function isNamed(name: string): boolean {
  return name.includes(',');
}

function readPublicDays(): PublicDays {
  const holidays = new Set<CalendarDate>();
  const makeUpDays = new Set<CalendarDate>();
  let year = firstYear;
  // New Year's Day is free in every year that is published.
  for (; isNamed(chineseDays.getDayDetail(`${year}-01-01`).name); year += 1) {
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      const { name, work } = chineseDays.getDayDetail(day);
      if (isNamed(name)) (work ? makeUpDays : holidays).add(day);
    }
  }
  return { lastYear: year - 1, holidays, makeUpDays };
}

let read: PublicDays | undefined;

/** The free days and made-up days of China, as far as they are published with this release. */
export function publicDays(): PublicDays {
  return (read ??= readPublicDays());
}

const lunarFrom = '1901-02-19';
const lunarTo = '2099-12-31';

/** The lunar calendar of the twentieth and twenty-first century. */
export const lunarCalendar: LunarCalendar = {
  lunarOf(day) {
    if (day < lunarFrom || day > lunarTo) return null;
    const { lunarYear, lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
    return { year: lunarYear, month: lunarMon, day: lunarDay, isLeapMonth: isLeap };
  },
  solarOf(wanted) {
    if (wanted.year < 1902 || wanted.year > 2098) return null;
    return daysOfLunarYear(wanted.year).get(nameOf(wanted)) ?? null;
  },
};

// The package's own way back reads lunar days as solar ones, and knows no 30 February.
const years = new Map<number, ReadonlyMap<string, CalendarDate>>();

function daysOfLunarYear(year: number): ReadonlyMap<string, CalendarDate> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<string, CalendarDate>();
  for (let day = `${year}-01-20`; day < `${year + 1}-02-22`; day = addDays(day, 1)) {
    const lunar = lunarCalendar.lunarOf(day);
    if (lunar?.year === year) days.set(nameOf(lunar), day);
  }
  years.set(year, days);
  return days;
}

function nameOf({ month, day, isLeapMonth }: LunarDay): string {
  return `${month}-${day}${isLeapMonth ? ' leap' : ''}`;
}
