import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '#server/platform/context.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

/** A database that keeps what is sent through it, so that the very same can be sent without us. */
export function recording(database: Database): { database: Database; statements: Statement[] } {
  const statements: Statement[] = [];
  const watched = (client: pg.PoolClient) =>
    new Proxy(client, {
      get(target, name) {
        if (name === 'query') {
          return (text: string | pg.QueryConfig, values?: unknown[]) => {
            statements.push(
              typeof text === 'string'
                ? { text, values: values ?? [] }
                : { text: text.text, values: text.values ?? [] },
            );
            return target.query(text as string, values as unknown[]);
          };
        }
        const found: unknown = Reflect.get(target, name);
        return typeof found === 'function' ? (found as () => unknown).bind(target) : found;
      },
    });
  const pool = { connect: async () => watched(await database.pool.connect()) } as unknown as pg.Pool;
  return { database: { ...database, pool }, statements };
}

export const writesOf = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ text }) => /^\s*(insert|update|delete)/i.test(text));

/** The statements in one transaction of that organization. Gives the rows of all. */
export async function replay(
  pool: pg.Pool,
  orgId: string,
  statements: readonly Statement[],
): Promise<unknown[][]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.org_id = '${orgId}'`);
    const rows = [];
    for (const { text, values } of statements) rows.push((await client.query(text, values)).rows);
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The same statements about something else: what is kept stays, what is exchanged becomes the other, and every other id is new. */
export function aboutAnother(
  statements: readonly Statement[],
  kept: ReadonlySet<string>,
  exchanged: ReadonlyMap<string, string>,
): Statement[] {
  const ids = new Map(exchanged);
  const idFor = (id: string): string => {
    if (kept.has(id)) return id;
    if (!ids.has(id)) ids.set(id, randomUUID());
    return ids.get(id)!;
  };
  const other = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(uuid, idFor);
    return Array.isArray(value) ? value.map(other) : value;
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(other) }));
}
