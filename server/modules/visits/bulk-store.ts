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

/** The visits or appointments a batch made which nobody has edited since. */
export async function selectUneditedOfBatch(
  ctx: TransactionContext,
  table: 'visits' | 'appointments',
  batchId: string,
): Promise<{ id: string; customerId: string }[]> {
  return ctx.db
    .selectFrom(table)
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', '=', batchId)
    .where('version', '=', 1)
    .execute();
}

/** Of which of these visits a plan was made; asked here as the foreign key asks it. */
export async function selectPlannedVisits(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('plans')
    .select('visit_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`visit_id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => row.id!);
}

export async function selectVisitedAppointments(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('visits')
    .select('appointment_id as id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`appointment_id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => row.id!);
}

export async function deleteVisits(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('treatments')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`visit_id = any(${[...ids]}::uuid[])`)
    .execute();
  await ctx.db
    .deleteFrom('visits')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

export async function deleteAppointments(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('appointments')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
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
