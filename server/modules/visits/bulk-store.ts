import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Which of these numbers of its old system a clinic has an appointment of. */
export async function selectAppointmentNumbers(
  ctx: TransactionContext,
  clinicId: string,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('appointments')
    .select('number')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute();
  return rows.map((row) => row.number!);
}

/** The day of each customer's first visit, of those who have one. */
export async function selectEarliestVisitDays(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; day: CalendarDate }[]> {
  return ctx.db
    .selectFrom('visits')
    .select((eb) => ['customer_id as customerId', eb.fn.min('visited_on').as('day')])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .groupBy('customer_id')
    .execute();
}
