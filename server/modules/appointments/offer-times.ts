import { hoursOn } from '#domain/availability/availability.ts';
import { freeTimes } from '#domain/appointments/free-times.ts';
import type { Span } from '#domain/appointments/free-times.ts';
import type { Book, FreeTimes } from '#domain/appointments/contract.ts';
import { addDays, instantAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { isWorkingDay } from '#domain/followups/working-days.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findAvailability } from '../availability/list-availability.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listDoctors } from '../staff/list-colleagues.ts';
import { selectCalendar, selectDeskRules, selectKinds } from './places-store.ts';
import { selectTaken } from './store.ts';

/** Where a clinic has not said when it works. */
const usualHours = { opens: '08:30', closes: '18:00' };

export interface TimesWanted {
  clinicId: string;
  minutes: number;
  from: CalendarDate;
  days: number;
  doctorId?: string | undefined;
  kindId?: string | undefined;
}

/**
 * When so many minutes are free of each doctor who does it and works then, the earliest first; for a verb that has
 * asked for its own permission.
 */
export async function offerTimes(ctx: TransactionContext, wanted: TimesWanted): Promise<FreeTimes['items']> {
  const { clinicId, minutes, from, days, doctorId, kindId } = wanted;
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  const calendar = await selectCalendar(ctx, clinicId);
  const { rules } = await selectDeskRules(ctx, clinicId);
  const doing = kindId ? (await selectKinds(ctx)).find(({ id }) => id === kindId)?.doctorIds : undefined;
  const doctors = (await listDoctors(ctx, clinicId)).filter(
    ({ id }) => (!doctorId || id === doctorId) && (!doing?.length || doing.includes(id)),
  );
  const open = daysFrom(from, days).filter((day) => openHours(day, calendar, zone).isOpen);
  if (doctors.length === 0 || open.length === 0) return [];
  const people = await findAvailability(ctx, { from, to: addDays(from, days - 1) });
  const taken = await selectTaken(ctx, {
    from: openHours(open[0]!, calendar, zone).startsAt,
    to: openHours(open.at(-1)!, calendar, zone).endsAt,
    doctorIds: doctors.map(({ id }) => id),
  });
  const takenBy = Map.groupBy(taken, (each) => each.doctorId);
  const items = doctors.flatMap(({ id, name }) => {
    const person = people.find(({ staffId }) => staffId === id);
    return open.flatMap((day) => {
      const house = houseOn(day, calendar);
      const works = hoursOn(day, { own: person?.hours ?? null, leaves: person?.leaves ?? [] }, house);
      if (works === null) return [];
      const from = works.from > house.from ? works.from : house.from;
      const to = works.to < house.to ? works.to : house.to;
      const hours = { startsAt: instantAt(`${day}T${from}`, zone), endsAt: instantAt(`${day}T${to}`, zone) };
      return freeTimes({
        ...{ hours, minutes, stepMinutes: rules.stepMinutes, now: ctx.now, lanes: rules.customersAtOnce },
        taken: takenBy.get(id) ?? [],
      }).map((startsAt) => ({ doctorId: id, doctorName: name, startsAt }));
    });
  });
  return items.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

export const daysFrom = (from: CalendarDate, days: number): CalendarDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

/** The clinic's hours of a day, and whether it works then. */
export function openHours(
  day: CalendarDate,
  calendar: ClinicCalendar | null,
  zone: TimeZone,
): Span & { isOpen: boolean } {
  const { opens, closes } = calendar ?? usualHours;
  return {
    isOpen: calendar === null || isWorkingDay(day, { calendar, publicDays: publicDays() }),
    startsAt: instantAt(`${day}T${opens}`, zone),
    endsAt: instantAt(`${day}T${closes}`, zone),
  };
}

/** The same of some days, as the book shows them. */
export function openDays(
  from: CalendarDate,
  days: number,
  calendar: ClinicCalendar | null,
  zone: TimeZone,
): Book['days'] {
  return daysFrom(from, days).map((day) => {
    const { isOpen, startsAt, endsAt } = openHours(day, calendar, zone);
    return { day, isOpen, opensAt: startsAt, closesAt: endsAt };
  });
}

function houseOn(day: CalendarDate, calendar: ClinicCalendar | null) {
  const { opens: from, closes: to } = calendar ?? usualHours;
  return { from, to, isMadeUp: Boolean(calendar?.keepsHolidays && publicDays().makeUpDays.has(day)) };
}
