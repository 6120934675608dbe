import { addDays, dayAt, wallTimeAt, weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { hoursOn, isAwayOn, minutesOf } from '#domain/availability/availability.ts';
import type { AwayDays, Hours, WeekHours } from '#domain/availability/availability.ts';
import { isWorkingDay } from '#domain/followups/working-days.ts';
import type { WorkingDays } from '#domain/followups/working-days.ts';
import type { Window } from '#domain/followups/window.ts';
import type { Role } from '#domain/staff/role.ts';
import { capacityOf } from './rules.ts';
import type { CapacityRules } from './rules.ts';

/** Where nobody said when a clinic opens, it is asked of nobody to call before or after. */
const usualHours: Hours = { from: '09:00', to: '18:00' };

/** A clinic as its people's hours see it. */
export interface House {
  zone: TimeZone;
  /** None: it works every day. */
  workingDays: WorkingDays | undefined;
}

export interface Worker {
  staffId: string;
  role: Role;
  own: WeekHours | null;
  leaves: readonly (AwayDays & { standInId: string | null })[];
  /** The clinics where they work, the first of them counting where theirs differ. */
  houses: readonly House[];
}

/** The hours of the house that day; null while it is closed. */
export function houseHoursOn(
  day: CalendarDate,
  { workingDays }: House,
): (Hours & { isMadeUp: boolean }) | null {
  if (!workingDays) return { ...usualHours, isMadeUp: false };
  if (!isWorkingDay(day, workingDays)) return null;
  const { opens, closes, weekdays } = workingDays.calendar;
  return { from: opens, to: closes, isMadeUp: !weekdays.includes(weekdayOf(day)) };
}

/** Who serves several clinics works while one of them is open. */
export function workerHoursOn(day: CalendarDate, worker: Worker): Hours | null {
  const open = worker.houses.map((house) => houseHoursOn(day, house)).find((hours) => hours !== null);
  return hoursOn(day, worker, open ?? null);
}

/** What somebody can do for followups on a day, in minutes; of today only what is still to come. */
export function capacityOn(day: CalendarDate, worker: Worker, rules: CapacityRules, now: Instant): number {
  const hours = workerHoursOn(day, worker);
  if (!hours) return 0;
  const zone = worker.houses[0]?.zone ?? 'UTC';
  const [today, clock] = wallTimeAt(now, zone).split('T') as [string, string];
  if (day < today || (day === today && clock >= hours.to)) return 0;
  const from = day === today && clock > hours.from ? clock : hours.from;
  return capacityOf(worker.role, minutesOf({ from, to: hours.to }), rules);
}

/** The days from `from` on that a window can be worked on: those whose hours overlap it. */
export function daysWithin(
  window: Pick<Window, 'opensAt' | 'closesAt'>,
  zone: TimeZone,
  from: CalendarDate,
  hoursOf: (day: CalendarDate) => Hours | null,
): CalendarDate[] {
  const [opens, closes] = [wallTimeAt(window.opensAt, zone), wallTimeAt(window.closesAt, zone)];
  const lastDay = dayAt(window.closesAt, zone);
  const firstDay = dayAt(window.opensAt, zone);
  const days: CalendarDate[] = [];
  for (let day = firstDay < from ? from : firstDay; day <= lastDay; day = addDays(day, 1)) {
    const hours = hoursOf(day);
    if (hours && opens < `${day}T${hours.to}` && `${day}T${hours.from}` <= closes) days.push(day);
  }
  return days;
}

/** Who stands in for somebody on a day; undefined where they are there themselves, null where nobody does. */
export function standInOn(day: CalendarDate, worker: Worker): string | null | undefined {
  return worker.leaves.find((leave) => isAwayOn([leave], day))?.standInId;
}
