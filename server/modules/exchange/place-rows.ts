import { addHours, type CalendarDate } from '#domain/base/time.ts';
import type { Person } from '#domain/exchange/people.ts';
import type { AppointmentRow } from '#domain/exchange/read-row.ts';
import { categoryOf, treatmentsIn } from '#domain/exchange/treatment-words.ts';
import { visitKindOn } from '#domain/visits/visit.ts';
import { derivedId } from '#server/platform/ids.ts';
import type { PastAppointment, PastTreatment, PastVisit } from '#server/modules/visits/add-history.ts';
import type { Batch } from './store.ts';

/** A row with its customer's record and the id its appointment always gets. */
export interface Placed {
  id: string;
  row: AppointmentRow;
  person: Person;
  customerId: string;
}

export function appointmentId(orgId: string, batch: Batch, row: AppointmentRow): string {
  return derivedId('appointment', orgId, batch.clinicId, row.appointmentNumber);
}

function visitId(placed: Placed): string {
  return derivedId('visit of', placed.id);
}

export function appointmentOf(batch: Batch, { id, row, customerId }: Placed): PastAppointment {
  return {
    id,
    clinicId: batch.clinicId,
    customerId,
    number: row.appointmentNumber,
    startsAt: row.appointmentAt,
    day: row.appointmentOn,
    bookedAt: row.bookedAt,
    state: row.state ?? 'booked',
    wasReminded: row.reminded ?? false,
    importBatchId: batch.id,
  };
}

export function visitOf(batch: Batch, placed: Placed, firstDay: CalendarDate | null): PastVisit {
  const { row } = placed;
  const closedAt = row.visitClosedAt!;
  return {
    id: visitId(placed),
    clinicId: batch.clinicId,
    customerId: placed.customerId,
    appointmentId: placed.id,
    kind: visitKindOn(row.appointmentOn, firstDay),
    visitedOn: row.appointmentOn,
    // A sheet that knows the day only says nothing of the door: an hour before it closed is as good as any.
    openedAt: row.hasHour ? row.appointmentAt : addHours(closedAt, -1),
    closedAt,
    chiefComplaint: row.chiefComplaint,
    importBatchId: batch.id,
  };
}

export function treatmentsOf(placed: Placed, doctors: ReadonlyMap<string, string>): PastTreatment[] {
  const { treatment, doctor } = placed.row;
  return treatmentsIn(treatment ?? '').map((name, position) => ({
    id: derivedId('treatment of', visitId(placed), position),
    visitId: visitId(placed),
    customerId: placed.customerId,
    category: categoryOf(name),
    name,
    doctorId: (doctor && doctors.get(doctor)) || null,
    position,
  }));
}
