import { sql } from 'kysely';
import type { TransactionContext } from '../context.ts';
import type { Tables } from './tables.ts';

const rowsAtOnce = 2_000;

/**
 * Inserts many rows of one table, a few thousand in a statement; `types` names the columns with their SQL
 * types. Rows that are there already by any unique key are left alone. Gives the ids of the new ones.
 */
export async function insertMany<Row extends object>(
  ctx: TransactionContext,
  table: keyof Tables,
  types: Record<keyof Row & string, string>,
  rows: readonly Row[],
): Promise<string[]> {
  const names = Object.keys(types);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const typed = sql.join(
    Object.entries(types).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type as string)}`),
  );
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const inserted = await sql<{ id: string }>`
      insert into ${sql.table(table)} (org_id, ${columns})
      select ${ctx.orgId}::uuid, ${columns}
      from json_to_recordset(${JSON.stringify(rows.slice(from, from + rowsAtOnce))}::json) as r(${typed})
      on conflict do nothing
      returning id`.execute(ctx.db);
    for (const { id } of inserted.rows) ids.push(id);
  }
  return ids;
}
