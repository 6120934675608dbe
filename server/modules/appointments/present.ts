import type { Appointment } from '#domain/appointments/contract.ts';
import { dayAt } from '#domain/base/time.ts';
import { visitKindOn } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import type { AppointmentRow } from './store.ts';

/** With whose they are; phones are masked. */
export async function presentAppointments(
  ctx: TransactionContext,
  rows: readonly AppointmentRow[],
): Promise<Appointment[]> {
  const customers = await briefCustomers(ctx, [...new Set(rows.map((row) => row.customerId))]);
  return rows.map(({ firstVisitOn, ...row }) => {
    const { name, number, phone, grade, lastVisitOn } = customers.get(row.customerId)!;
    return {
      ...row,
      customerName: name,
      customerNumber: number,
      phone,
      grade,
      visitKind: visitKindOn(dayAt(row.startsAt, ctx.zone), firstVisitOn ?? lastVisitOn),
    };
  });
}
