import type { CalendarDate } from '#domain/base/time.ts';
import { addHours } from '#domain/base/time.ts';
import type { People, Person } from '#domain/exchange/people.ts';
import type { AppointmentRow } from '#domain/exchange/read-row.ts';
import { categoryOf, treatmentsIn } from '#domain/exchange/treatment-words.ts';
import { visitKindOn } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { addHistory } from '#server/modules/visits/add-history.ts';
import type { PastAppointment, PastTreatment, PastVisit } from '#server/modules/visits/add-history.ts';
import { firstVisitDays } from '#server/modules/visits/find-history.ts';
import { refreshLastVisits } from '#server/modules/visits/refresh-last-visits.ts';
import type { CustomersOfSheet } from './bring-in-customers.ts';
import { doctorsByName } from './find-doctors.ts';
import type { Batch } from './store.ts';

export interface History {
  newAppointments: number;
  newVisits: number;
}

/**
 * Ready to take a sheet's appointments, some thousand at a time and in any order. An appointment that is there
 * already stays as it is, and its visit with it.
 */
export async function bringInAppointments(
  ctx: TransactionContext,
  batch: Batch,
  people: People,
  customers: CustomersOfSheet,
): Promise<(rows: readonly AppointmentRow[]) => Promise<History>> {
  const firstDays = await firstVisitDays(ctx, [...customers.known]);
  const doctors = await doctorsByName(ctx);

  return async (rows) => {
    const placed = rows.map((row) => {
      const person = people.withNumber(row.customerNumber)!;
      return { row, person, customerId: customers.idOf.get(person)!, id: appointmentId(ctx, batch, row) };
    });
    const appointments = placed.map((each) => appointmentOf(batch, each));
    const isNew = new Set((await addHistory(ctx, { appointments })).appointments);
    const came = placed.filter(({ row }) => row.visitClosedAt !== null);
    const kept = came.filter(({ id }) => isNew.has(id));
    const visits = kept.map((each) =>
      visitOf(batch, each, earlier(each.person.firstKeptOn, firstDays.get(each.customerId))),
    );
    const treatments = kept.flatMap((each) => treatmentsOf(each, doctors));
    const added = await addHistory(ctx, { visits, treatments }, { refreshesLater: true });
    // A new record was made with its last visit; of others, and where a row was there already, the visits tell.
    const stale = came.filter(({ id, customerId }) => customers.known.has(customerId) || !isNew.has(id));
    await refreshLastVisits(ctx, [...new Set(stale.map(({ customerId }) => customerId))]);
    return { newAppointments: isNew.size, newVisits: added.visits.length };
  };
}

interface Placed {
  id: string;
  row: AppointmentRow;
  person: Person;
  customerId: string;
}

function appointmentId(ctx: TransactionContext, batch: Batch, row: AppointmentRow): string {
  return derivedId('appointment', ctx.orgId, batch.clinicId, row.appointmentNumber);
}

function visitId(placed: Placed): string {
  return derivedId('visit of', placed.id);
}

function appointmentOf(batch: Batch, { id, row, customerId }: Placed): PastAppointment {
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

function visitOf(batch: Batch, placed: Placed, firstDay: CalendarDate | null): PastVisit {
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

function treatmentsOf(placed: Placed, doctors: ReadonlyMap<string, string>): PastTreatment[] {
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

function earlier(inSheet: CalendarDate | null, before: CalendarDate | undefined): CalendarDate | null {
  if (inSheet === null || before === undefined) return inSheet ?? before ?? null;
  return before < inSheet ? before : inSheet;
}
