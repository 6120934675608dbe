import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';

export interface PastAppointment {
  id: string;
  clinicId: string;
  customerId: string;
  /** The number in the system it came from; in a clinic it comes once. */
  number: string | null;
  startsAt: Instant;
  day: CalendarDate;
  bookedAt: Instant | null;
  state: 'booked' | 'kept' | 'missed' | 'cancelled';
  wasReminded?: boolean;
  importBatchId?: string | null;
}

export interface PastVisit {
  id: string;
  clinicId: string;
  customerId: string;
  /** An appointment is kept by one visit. */
  appointmentId?: string | null;
  kind: VisitKind;
  visitedOn: CalendarDate;
  openedAt: Instant;
  closedAt: Instant;
  chiefComplaint?: string | null;
  importBatchId?: string | null;
}

export interface PastTreatment {
  id: string;
  visitId: string;
  customerId: string;
  category: TreatmentCategory;
  name: string;
  teamId?: string | null;
  doctorId?: string | null;
  finishesCourse?: boolean;
  position: number;
}

const appointmentColumns = {
  id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  number: 'text',
  starts_at: 'timestamptz',
  day: 'date',
  booked_at: 'timestamptz',
  state: 'text',
  was_reminded: 'boolean',
  import_batch_id: 'uuid',
  created_at: 'timestamptz',
};

export function insertAppointments(
  ctx: TransactionContext,
  appointments: readonly PastAppointment[],
): Promise<string[]> {
  const rows = appointments.map((appointment) => ({
    id: appointment.id,
    clinic_id: appointment.clinicId,
    customer_id: appointment.customerId,
    number: appointment.number,
    starts_at: appointment.startsAt,
    day: appointment.day,
    booked_at: appointment.bookedAt,
    state: appointment.state,
    was_reminded: appointment.wasReminded ?? false,
    import_batch_id: appointment.importBatchId ?? null,
    created_at: ctx.now,
  }));
  return insertMany(ctx, 'appointments', appointmentColumns, rows);
}

const visitColumns = {
  id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  appointment_id: 'uuid',
  kind: 'text',
  state: 'text',
  visited_on: 'date',
  opened_at: 'timestamptz',
  closed_at: 'timestamptz',
  chief_complaint: 'text',
  import_batch_id: 'uuid',
  created_at: 'timestamptz',
  created_by: 'uuid',
};

export function insertVisits(ctx: TransactionContext, visits: readonly PastVisit[]): Promise<string[]> {
  const rows = visits.map((visit) => ({
    id: visit.id,
    clinic_id: visit.clinicId,
    customer_id: visit.customerId,
    appointment_id: visit.appointmentId ?? null,
    kind: visit.kind,
    state: 'closed',
    visited_on: visit.visitedOn,
    opened_at: visit.openedAt,
    closed_at: visit.closedAt,
    chief_complaint: visit.chiefComplaint ?? null,
    import_batch_id: visit.importBatchId ?? null,
    created_at: ctx.now,
    created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  }));
  return insertMany(ctx, 'visits', visitColumns, rows);
}

const treatmentColumns = {
  id: 'uuid',
  visit_id: 'uuid',
  customer_id: 'uuid',
  category: 'text',
  name: 'text',
  team_id: 'uuid',
  doctor_id: 'uuid',
  finishes_course: 'boolean',
  position: 'integer',
};

export function insertTreatments(
  ctx: TransactionContext,
  treatments: readonly PastTreatment[],
): Promise<string[]> {
  const rows = treatments.map((treatment) => ({
    id: treatment.id,
    visit_id: treatment.visitId,
    customer_id: treatment.customerId,
    category: treatment.category,
    name: treatment.name,
    team_id: treatment.teamId ?? null,
    doctor_id: treatment.doctorId ?? null,
    finishes_course: treatment.finishesCourse ?? false,
    position: treatment.position,
  }));
  return insertMany(ctx, 'treatments', treatmentColumns, rows);
}
