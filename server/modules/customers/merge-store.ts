import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import type { Tables } from '#server/platform/database/tables.ts';

/** Columns of a record with what stands in them, as PostgreSQL writes them in JSON. */
export type RecordColumns = Partial<Record<keyof Tables['customers'], unknown>>;

/** Whole records by id, merged ones too; held, also against rows that would refer to them, until the transaction ends. */
export async function lockRecords(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, RecordColumns>> {
  const { rows } = await sql<{ id: string; record: RecordColumns }>`
    select c.id, to_jsonb(c) as record from customers c
    where c.org_id = ${ctx.orgId} and c.id = any(${[...ids]}::uuid[])
    order by c.id for update`.execute(ctx.db);
  return new Map(rows.map(({ id, record }) => [id, record]));
}

/** Sets columns as they are named; version and time of change only if they are named too. */
export async function writeColumns(
  ctx: TransactionContext,
  id: string,
  columns: RecordColumns,
): Promise<void> {
  const names = Object.keys(columns);
  if (names.length === 0) return;
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`));
  await sql`
    update customers c set ${set}
    from jsonb_populate_record(null::customers, ${JSON.stringify(columns)}::jsonb) r
    where c.org_id = ${ctx.orgId} and c.id = ${id}`.execute(ctx.db);
}

/** The record that this one became part of. */
export async function selectSurvivor(
  ctx: TransactionContext,
  id: string,
): Promise<{ id: string; clinicId: string } | undefined> {
  return ctx.db
    .selectFrom('customers as gone')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'gone.merged_into'),
    )
    .select(['c.id', 'c.clinic_id as clinicId'])
    .where('gone.org_id', '=', ctx.orgId)
    .where('gone.id', '=', id)
    .executeTakeFirst();
}

/** Of these records those that became part of another, with the one they are now. */
export async function selectSurvivors(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'merged_into as keptId'])
    .where('org_id', '=', ctx.orgId)
    .where(isOneOf('id', ids))
    .where('merged_into', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, keptId }) => [id, keptId!]));
}

/** The records that became part of this one. */
export async function selectMergedInto(ctx: TransactionContext, id: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', '=', id)
    .execute();
  return rows.map((row) => row.id);
}
