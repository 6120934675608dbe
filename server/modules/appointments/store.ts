import { sql } from 'kysely';
import type { Colour } from '#domain/appointments/appointment.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { TakenSpan } from '#domain/appointments/free-times.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** An appointment without what is the customer's own. */
export type AppointmentRow = Omit<
  Appointment,
  'customerName' | 'customerNumber' | 'phone' | 'grade' | 'visitKind'
> & {
  /** When the customer was here for the first time; null of who never was. */
  firstVisitOn: CalendarDate | null;
};

export interface AppointmentQuestion {
  ids?: readonly string[];
  clinicIds?: readonly string[] | null;
  from?: CalendarDate;
  to?: CalendarDate;
  doctorId?: string | undefined;
  state?: Appointment['state'] | undefined;
  limit: number;
}

/** The earliest first. Visits are another module's table: the book says of each whether it is a first one. */
export async function selectAppointments(
  ctx: TransactionContext,
  question: AppointmentQuestion,
): Promise<AppointmentRow[]> {
  const { ids, clinicIds, from, to, doctorId, state, limit } = question;
  const rows = await ctx.db
    .selectFrom('appointments as a')
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'a.doctor_id'))
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'a.booked_by'))
    .leftJoin('staff as f', (join) =>
      join.on('f.org_id', '=', ctx.orgId).onRef('f.id', '=', 'a.confirmed_by'),
    )
    .leftJoin('chairs as c', (join) => join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'a.chair_id'))
    .leftJoin('appointment_kinds as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.id', '=', 'a.kind_id'),
    )
    .select((eb) => [
      eb
        .selectFrom('visits as v')
        .select((eb) => eb.fn.min('v.visited_on').as('on'))
        .where('v.org_id', '=', ctx.orgId)
        .whereRef('v.customer_id', '=', 'a.customer_id')
        .as('firstVisitOn'),
      'a.id',
      'a.clinic_id as clinicId',
      'a.customer_id as customerId',
      'a.starts_at as startsAt',
      'a.ends_at as endsAt',
      'a.doctor_id as doctorId',
      'd.name as doctorName',
      'a.chair_id as chairId',
      'c.name as chairName',
      'a.kind_id as kindId',
      'k.name as kindName',
      'k.colour',
      'a.complaint',
      'a.note',
      'a.state',
      'a.origin',
      'a.booked_at as bookedAt',
      'a.booked_by as bookedById',
      'b.name as bookedByName',
      'a.moved_times as movedTimes',
      'a.confirmation',
      'a.confirmed_at as confirmedAt',
      'a.confirmation_entered_at as confirmationEnteredAt',
      'f.name as confirmedByName',
      'a.cancelled_at as cancelledAt',
      'a.cancelled_for as cancelledFor',
      'a.cancel_reason as cancelReason',
      'a.version',
    ])
    .where('a.org_id', '=', ctx.orgId)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`a.id = any(${[...(ids ?? [])]}::uuid[])`))
    .$if(clinicIds !== undefined && clinicIds !== null, (query) =>
      query.where(sql<boolean>`a.clinic_id = any(${[...(clinicIds ?? [])]}::uuid[])`),
    )
    .$if(from !== undefined, (query) => query.where('a.day', '>=', from!))
    .$if(to !== undefined, (query) => query.where('a.day', '<=', to!))
    .$if(doctorId !== undefined, (query) => query.where('a.doctor_id', '=', doctorId!))
    .$if(state !== undefined, (query) => query.where('a.state', '=', state!))
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, colour: (row.colour ?? 'grey') as Colour }) as AppointmentRow);
}

/** Held until the transaction ends: what becomes of one appointment is decided one by one. */
export async function lockAppointment(
  ctx: TransactionContext,
  id: string,
): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom('appointments')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface NewAppointment {
  id: string;
  clinicId: string;
  customerId: string;
  day: CalendarDate;
  startsAt: Instant;
  endsAt: Instant;
  doctorId: string | null;
  chairId: string | null;
  kindId: string | null;
  complaint: string | null;
  note: string | null;
  origin: Appointment['origin'];
}

export async function insertAppointment(ctx: TransactionContext, appointment: NewAppointment): Promise<void> {
  await ctx.db
    .insertInto('appointments')
    .values({
      org_id: ctx.orgId,
      id: appointment.id,
      clinic_id: appointment.clinicId,
      customer_id: appointment.customerId,
      day: appointment.day,
      starts_at: appointment.startsAt,
      ends_at: appointment.endsAt,
      doctor_id: appointment.doctorId,
      chair_id: appointment.chairId,
      kind_id: appointment.kindId,
      complaint: appointment.complaint,
      note: appointment.note,
      origin: appointment.origin,
      state: 'booked',
      booked_at: ctx.now,
      booked_by: staffOf(ctx),
      created_at: ctx.now,
    })
    .execute();
}

export interface AppointmentChange {
  day?: CalendarDate;
  starts_at?: Instant;
  ends_at?: Instant;
  doctor_id?: string | null;
  chair_id?: string | null;
  kind_id?: string | null;
  complaint?: string | null;
  note?: string | null;
  state?: Appointment['state'];
  confirmation?: Appointment['confirmation'];
  confirmed_at?: Instant | null;
  confirmation_entered_at?: Instant | null;
  confirmed_by?: string | null;
  was_reminded?: true;
  cancelled_at?: Instant | null;
  cancelled_for?: Appointment['cancelledFor'];
  cancelled_by?: string | null;
  cancel_reason?: string | null;
}

export async function updateAppointment(
  ctx: TransactionContext,
  id: string,
  change: AppointmentChange,
  { isMoved = false }: { isMoved?: boolean } = {},
): Promise<void> {
  await ctx.db
    .updateTable('appointments')
    .set((eb) => ({
      ...change,
      ...(isMoved && { moved_times: eb('moved_times', '+', 1) }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export interface Slot {
  id: string;
  clinicId: string;
  doctorId: string | null;
  chairId: string | null;
  lane: number;
  startsAt: Instant;
  endsAt: Instant;
  /** Whose it is; null while somebody makes up their mind, up to `heldUntil`. */
  appointmentId: string | null;
  heldUntil: Instant | null;
}

/** False where somebody else has the time, the chair or that lane: the constraint of the table says so. */
export async function insertSlot(ctx: TransactionContext, slot: Slot): Promise<boolean> {
  const done = await ctx.db
    .insertInto('slots')
    .values({
      org_id: ctx.orgId,
      id: slot.id,
      clinic_id: slot.clinicId,
      doctor_id: slot.doctorId,
      chair_id: slot.chairId,
      lane: slot.lane,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      appointment_id: slot.appointmentId,
      held_until: slot.heldUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function deleteSlotOf(ctx: TransactionContext, appointmentId: string): Promise<void> {
  await ctx.db
    .deleteFrom('slots')
    .where('org_id', '=', ctx.orgId)
    .where('appointment_id', '=', appointmentId)
    .execute();
}

export async function deleteHold(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .deleteFrom('slots')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('held_until', 'is not', null)
    .execute();
}

export async function deleteHoldsIn(
  ctx: TransactionContext,
  { doctorId, startsAt, endsAt }: { doctorId: string; startsAt: Instant; endsAt: Instant },
): Promise<void> {
  await ctx.db
    .deleteFrom('slots')
    .where('org_id', '=', ctx.orgId)
    .where('doctor_id', '=', doctorId)
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', startsAt)
    .where('held_until', 'is not', null)
    .execute();
}

/** What is taken in the time, of these doctors or of the chair. */
export async function selectTaken(
  ctx: TransactionContext,
  question: {
    from: Instant;
    to: Instant;
    doctorIds: readonly string[];
    chairId?: string | null;
    but?: string;
  },
): Promise<
  (TakenSpan & { doctorId: string | null; chairId: string | null; appointmentId: string | null })[]
> {
  const { from, to, doctorIds, chairId = null, but } = question;
  const rows = await ctx.db
    .selectFrom('slots')
    .select([
      'doctor_id as doctorId',
      'chair_id as chairId',
      'lane',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'appointment_id as appointmentId',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .where((eb) =>
      eb.or([
        sql<boolean>`doctor_id = any(${[...doctorIds]}::uuid[])`,
        ...(chairId === null ? [] : [eb('chair_id', '=', chairId)]),
      ]),
    )
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '>', ctx.realNow)]))
    .$if(but !== undefined, (query) => query.where('appointment_id', 'is distinct from', but!))
    .orderBy('starts_at')
    .execute();
  return rows;
}

/** Holds that nobody came back for stand in nobody's way. */
export async function deleteEndedHolds(ctx: TransactionContext): Promise<void> {
  await ctx.db
    .deleteFrom('slots')
    .where('org_id', '=', ctx.orgId)
    .where('held_until', '<=', ctx.realNow)
    .execute();
}

export function staffOf(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}

/** One customer's, the latest hundred. */
export async function selectAppointmentsOf(ctx: TransactionContext, customerId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('appointments')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .orderBy('starts_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => row.id);
}
