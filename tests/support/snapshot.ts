import pg from 'pg';
import { inject } from 'vitest';
import { tenantTables } from '#server/platform/database/tenant-tables.ts';

/**
 * Every row of these organizations, as one text a table: two equal snapshots mean that nothing was written.
 * Audit rows are left out, because a refusal leaves one.
 */
export async function snapshotOf(orgIds: readonly string[]): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  try {
    const tables = [...tenantTables].filter((table) => table !== 'audit_entries');
    const parts = [
      ...tables.map((table) => ({ table, where: 'org_id = any($1)' })),
      { table: 'accounts', where: 'org_id = any($1)' },
      { table: 'organizations', where: 'id = any($1)' },
    ];
    const sql = parts
      .map(
        ({ table, where }) =>
          `select '${table}' as t, count(*) || ' ' || coalesce(sum(hashtextextended(r::text, 0)), 0) as rows from ${table} r where ${where}`,
      )
      .join(' union all ');
    const { rows } = await client.query<{ t: string; rows: string }>(sql, [orgIds]);
    return Object.fromEntries(rows.map((row) => [row.t, row.rows]));
  } finally {
    await client.end();
  }
}
