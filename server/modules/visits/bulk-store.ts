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

/** Takes back a batch's visits, with their treatments, which nobody has edited and no plan was made of. */
export async function deleteUntouchedVisits(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const untouched = sql`v.org_id = ${ctx.orgId} and v.import_batch_id = ${batchId} and v.version = 1
    and not exists (select from plans p where p.org_id = ${ctx.orgId} and p.visit_id = v.id)`;
  await sql`
    delete from treatments t using visits v
    where t.org_id = ${ctx.orgId} and t.visit_id = v.id and ${untouched}`.execute(ctx.db);
  const deleted = await sql<{ customerId: string }>`
    delete from visits v where ${untouched} returning v.customer_id as "customerId"`.execute(ctx.db);
  return deleted.rows.map((row) => row.customerId);
}

export async function deleteUntouchedAppointments(ctx: TransactionContext, batchId: string): Promise<void> {
  await sql`
    delete from appointments a
    where a.org_id = ${ctx.orgId} and a.import_batch_id = ${batchId} and a.version = 1
      and not exists (select from visits v where v.org_id = ${ctx.orgId} and v.appointment_id = a.id)`.execute(
    ctx.db,
  );
}

export async function countOfBatch(
  ctx: TransactionContext,
  table: 'visits' | 'appointments',
  batchId: string,
): Promise<number> {
  const row = await ctx.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  return row.count;
}
