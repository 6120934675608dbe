import type { z } from 'zod';
import { freeTimes } from '#domain/appointments/free-times.ts';
import type { Span } from '#domain/appointments/free-times.ts';
import type {
  Appointment,
  AppointmentList,
  Book,
  FindFreeTimes,
  FreeTimes,
  ListAppointments,
  OpenBook,
} from '#domain/appointments/contract.ts';
import { addDays, daysBetween, instantAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { isWorkingDay } from '#domain/followups/working-days.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import { clinicsAsked, requireClinic, requirePermission } from '#server/platform/access.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { requireAppointment } from './hold-appointment.ts';
import { presentAppointments } from './present.ts';
import { selectCalendar, selectChairs, selectDeskRules, selectDoctors, selectKinds } from './places-store.ts';
import { selectAppointments, selectAppointmentsOf, selectTaken } from './store.ts';

/** More of them in one answer are no list that anybody reads. */
const mostAtOnce = 2_000;
const longestDays = 62;
/** Where a clinic has not said when it works. */
const usualHours = { opens: '08:30', closes: '18:00' };

export async function getAppointment(ctx: Context, input: { id: string }): Promise<Appointment> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, (ctx) => requireAppointment(ctx, input.id));
}

/** The appointments of some days, the earliest first. */
export async function listAppointments(
  ctx: Context,
  input: z.output<typeof ListAppointments>,
): Promise<AppointmentList> {
  requirePermission(ctx, 'appointments.read');
  const { from, to, doctorId, state } = input;
  if (to < from || daysBetween(from, to) > longestDays) throw new Invalid({ path: 'to', code: 'too-long' });
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => ({
    items: await presentAppointments(
      ctx,
      await selectAppointments(ctx, { clinicIds, from, to, doctorId, state, limit: mostAtOnce }),
    ),
  }));
}

/** One customer's, the latest first. */
export async function listAppointmentsOf(ctx: Context, input: { id: string }): Promise<AppointmentList> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    const ids = await selectAppointmentsOf(ctx, customer.id);
    const found = await selectAppointments(ctx, { ids, limit: ids.length });
    return { items: (await presentAppointments(ctx, found)).toReversed() };
  });
}

/** A clinic's book for some days, with everything it is drawn by. */
export async function openBook(ctx: Context, input: z.output<typeof OpenBook>): Promise<Book> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, from, days } = input;
    const zone = await requireZone(ctx, clinicId);
    const calendar = await selectCalendar(ctx, clinicId);
    const { rules } = await selectDeskRules(ctx, clinicId);
    const to = addDays(from, days - 1);
    const found = await selectAppointments(ctx, { clinicIds: [clinicId], from, to, limit: mostAtOnce });
    return {
      days: daysFrom(from, days).map((day) => {
        const { isOpen, startsAt: opensAt, endsAt: closesAt } = hoursOn(day, calendar, zone);
        return { day, isOpen, opensAt, closesAt };
      }),
      timezone: zone,
      stepMinutes: rules.stepMinutes,
      doctors: await selectDoctors(ctx, clinicId),
      chairs: (await selectChairs(ctx, [clinicId])).filter(({ isArchived }) => !isArchived),
      kinds: (await selectKinds(ctx)).filter(({ isArchived }) => !isArchived),
      cancelReasons: rules.cancelReasons,
      items: await presentAppointments(ctx, found),
    };
  });
}

/** When so many minutes are free, of one doctor or of each, the earliest first. */
export async function findFreeTimes(ctx: Context, input: z.output<typeof FindFreeTimes>): Promise<FreeTimes> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, minutes, from, days, doctorId } = input;
    const zone = await requireZone(ctx, clinicId);
    const calendar = await selectCalendar(ctx, clinicId);
    const { rules } = await selectDeskRules(ctx, clinicId);
    const doctors = (await selectDoctors(ctx, clinicId)).filter(({ id }) => !doctorId || id === doctorId);
    const open = daysFrom(from, days)
      .map((day) => hoursOn(day, calendar, zone))
      .filter(({ isOpen }) => isOpen);
    if (doctors.length === 0 || open.length === 0) return { items: [] };
    const taken = await selectTaken(ctx, {
      from: open[0]!.startsAt,
      to: open.at(-1)!.endsAt,
      doctorIds: doctors.map(({ id }) => id),
    });
    const items = doctors.flatMap(({ id, name }) =>
      open.flatMap((hours) =>
        freeTimes({
          ...{ hours, minutes, stepMinutes: rules.stepMinutes, now: ctx.now, lanes: rules.customersAtOnce },
          taken: taken.filter((each) => each.doctorId === id),
        }).map((startsAt) => ({ doctorId: id, doctorName: name, startsAt })),
      ),
    );
    items.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
    return { items: items.slice(0, mostAtOnce) };
  });
}

async function requireZone(ctx: TransactionContext, clinicId: string): Promise<TimeZone> {
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return zone;
}

const daysFrom = (from: CalendarDate, days: number): CalendarDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

function hoursOn(
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
