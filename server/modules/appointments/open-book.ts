import type { z } from 'zod';
import type {
  Appointment,
  AppointmentList,
  Book,
  FindFreeTimes,
  FreeTimes,
  ListAppointments,
  OpenBook,
} from '#domain/appointments/contract.ts';
import { addDays, daysBetween, startOfDay } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { clinicsAsked, requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound } from '#server/platform/errors.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listDoctors } from '../staff/list-colleagues.ts';
import { selectBlocks } from './blocks-store.ts';
import { requireAppointment } from './hold-appointment.ts';
import { offerTimes, openDays } from './offer-times.ts';
import { presentAppointments } from './present.ts';
import { selectCalendar, selectChairs, selectDeskRules, selectKinds } from './places-store.ts';
import { selectAppointments, selectAppointmentsOf } from './store.ts';

/** More of them in one answer are no list that anybody reads. */
const longestList = 2_000;
const longestDays = 62;

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
      await selectAppointments(ctx, { clinicIds, from, to, doctorId, state, limit: longestList }),
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
    const found = await selectAppointments(ctx, { clinicIds: [clinicId], from, to, limit: longestList });
    const blocks = await selectBlocks(ctx, {
      clinicId,
      from: startOfDay(from, zone),
      to: startOfDay(addDays(to, 1), zone),
    });
    return {
      days: openDays(from, days, calendar, zone),
      timezone: zone,
      stepMinutes: rules.stepMinutes,
      doctors: await listDoctors(ctx, clinicId),
      chairs: (await selectChairs(ctx, [clinicId])).filter(({ isArchived }) => !isArchived),
      kinds: (await selectKinds(ctx)).filter(({ isArchived }) => !isArchived),
      cancelReasons: rules.cancelReasons,
      items: await presentAppointments(ctx, found),
      blocks,
    };
  });
}

/** When so many minutes are free, of one doctor or of each, the earliest first. */
export async function findFreeTimes(ctx: Context, input: z.output<typeof FindFreeTimes>): Promise<FreeTimes> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  return inTransaction(ctx, async (ctx) => ({ items: (await offerTimes(ctx, input)).slice(0, longestList) }));
}

async function requireZone(ctx: TransactionContext, clinicId: string): Promise<TimeZone> {
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return zone;
}
