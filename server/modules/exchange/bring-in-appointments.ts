import type { CalendarDate } from '#domain/base/time.ts';
import type { People } from '#domain/exchange/people.ts';
import type { AppointmentRow } from '#domain/exchange/read-row.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { addHistory } from '#server/modules/visits/add-history.ts';
import { appointmentsByNumber, firstVisitDays } from '#server/modules/visits/find-history.ts';
import { refreshLastVisits } from '#server/modules/visits/refresh-last-visits.ts';
import { settleAppointments } from '#server/modules/visits/settle-appointments.ts';
import type { CustomersOfSheet } from './bring-in-customers.ts';
import { doctorsByName } from './find-doctors.ts';
import { appointmentId, appointmentOf, treatmentsOf, visitOf, type Placed } from './place-rows.ts';
import type { Batch } from './store.ts';

export interface History {
  newAppointments: number;
  newVisits: number;
}

/**
 * Ready to take a sheet's appointments, some thousand at a time and in any order. An appointment that is there
 * already stays as it is, and its visit with it; one that was booked learns what became of it.
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
      return {
        row,
        person,
        customerId: customers.idOf.get(person)!,
        id: appointmentId(ctx.orgId, batch, row),
      };
    });
    const appointments = placed.map((each) => appointmentOf(batch, each));
    const isNew = new Set((await addHistory(ctx, { appointments })).appointments);
    const came = placed.filter(({ row }) => row.visitClosedAt !== null);
    const settled = await settleBooked(
      ctx,
      batch,
      placed.filter(({ id }) => !isNew.has(id)),
    );
    const kept = [
      ...came.filter(({ id }) => isNew.has(id)),
      ...settled.filter(({ row }) => row.visitClosedAt !== null),
    ];
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

/** Appointments that an earlier sheet knew as booked, and of which this one knows what became. */
async function settleBooked(
  ctx: TransactionContext,
  batch: Batch,
  placed: readonly Placed[],
): Promise<Placed[]> {
  const decided = placed.filter(({ row }) => row.state !== null);
  const numbers = decided.map(({ row }) => row.appointmentNumber);
  const known = await appointmentsByNumber(ctx, batch.clinicId, numbers);
  const settled = decided.flatMap((each) => {
    const found = known.get(each.row.appointmentNumber);
    const isTheirs = found?.state === 'booked' && found.customerId === each.customerId;
    return isTheirs ? [{ ...each, id: found.id }] : [];
  });
  await settleAppointments(
    ctx,
    settled.map(({ id, row }) => ({ id, state: row.state! })),
  );
  return settled;
}

function earlier(inSheet: CalendarDate | null, before: CalendarDate | undefined): CalendarDate | null {
  if (inSheet === null || before === undefined) return inSheet ?? before ?? null;
  return before < inSheet ? before : inSheet;
}
