import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A clinic's appointments of these numbers of its old system. */
export async function selectByNumbers(
  ctx: TransactionContext,
  clinicId: string,
  numbers: readonly string[],
): Promise<{ id: string; number: string; customerId: string; state: string }[]> {
  const rows = await ctx.db
    .selectFrom('appointments')
    .select(['id', 'number', 'customer_id as customerId', 'state'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute();
  return rows.map((row) => ({ ...row, number: row.number! }));
}

/** What became of appointments that were booked. */
export async function updateBooked(
  ctx: TransactionContext,
  appointments: readonly { id: string; state: 'kept' | 'missed' }[],
): Promise<void> {
  await sql`
    update appointments a set state = s.state
    from json_to_recordset(${JSON.stringify(appointments)}::json) as s(id uuid, state text)
    where a.org_id = ${ctx.orgId} and a.id = s.id and a.state = 'booked'`.execute(ctx.db);
}

/** Appointments of other batches whose visits are taken back are booked again, as they were. */
export async function reopenAppointments(
  ctx: TransactionContext,
  ids: readonly string[],
  batchId: string,
): Promise<void> {
  await ctx.db
    .updateTable('appointments')
    .set({ state: 'booked' })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('state', '=', 'kept')
    .where('import_batch_id', 'is distinct from', batchId)
    .execute();
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

/** Gives the appointments they had kept. */
export async function deleteVisits(ctx: TransactionContext, ids: readonly string[]): Promise<string[]> {
  await ctx.db
    .deleteFrom('treatments')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`visit_id = any(${[...ids]}::uuid[])`)
    .execute();
  const rows = await ctx.db
    .deleteFrom('visits')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .returning('appointment_id as id')
    .execute();
  return rows.map((row) => row.id).filter((id) => id !== null);
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
