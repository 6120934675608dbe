import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { expectedInEvening, expectedInMorning } from '#domain/charts/chart.ts';
import type { ChartDay, ListCharts } from '#domain/charts/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectCharts, selectCounts } from './store.ts';

/** Which charts a day needs, where every one is that is not on its shelf, and how many were counted (E7). */
export async function listCharts(ctx: Context, input: z.output<typeof ListCharts>): Promise<ChartDay> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const today = await requireToday(ctx, input.clinicId);
    return readCharts(ctx, input.clinicId, input.day ?? today);
  });
}

export async function readCharts(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<ChartDay> {
  const { items } = await listAppointments(ctx, { clinicId, from: day, to: day });
  const coming = new Map(
    items.filter(({ state }) => state !== 'cancelled').map((one) => [one.customerId, one]),
  );
  const rows = await selectCharts(ctx, { clinicId, customerIds: [...coming.keys()] });
  const customers = await briefCustomers(
    ctx,
    rows.map(({ customerId }) => customerId),
  );
  const lines = rows.flatMap((row) => {
    const customer = customers.get(row.customerId);
    const appointment = coming.get(row.customerId);
    if (!customer) return [];
    return {
      ...row,
      ...{ customerName: customer.name, customerNumber: customer.number, isComing: Boolean(appointment) },
      ...{ startsAt: appointment?.startsAt ?? null, doctorName: appointment?.doctorName ?? null },
    };
  });
  return {
    clinicId,
    day,
    lines: lines.toSorted(
      (one, other) =>
        (one.startsAt ?? '9999').localeCompare(other.startsAt ?? '9999') ||
        one.customerNumber.localeCompare(other.customerNumber),
    ),
    expected: { morning: expectedInMorning(lines), evening: expectedInEvening(lines) },
    counts: await selectCounts(ctx, { clinicId, day }),
  };
}

export async function requireToday(ctx: TransactionContext, clinicId: string): Promise<CalendarDate> {
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  return dayAt(ctx.now, zone);
}
