import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { Database, HeardAtOnce } from '../context.ts';
import { log } from '../log.ts';
import { tenantTables } from './tenant-tables.ts';

pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text.replace(' ', 'T').slice(0, 16));
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export interface PoolOptions {
  heardAtOnce: HeardAtOnce;
  connections?: number;
  /** How long somebody waits for a connection before they are told that the database is away. */
  patienceMs?: number;
  /** Refuses a query that names a tenant's table without its organization; for tests. */
  checkTenancy?: boolean;
}

export function openDatabase(url: string, options: PoolOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 20,
    connectionTimeoutMillis: options.patienceMs ?? 10_000,
    application_name: 'carecurve',
    // Questions of one transaction that do not wait for each other travel together.
    pipeline: true,
  });
  // Without a listener the loss of an idle connection, as in a restart of the database, ends the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'));
  pool.on('connect', (client) => {
    client.on('error', () => {});
    sendTogether(client);
    if (options.checkTenancy) watchTenancy(client);
  });
  return { pool, heardAtOnce: options.heardAtOnce, close: () => pool.end() };
}

/** What is asked in one breath leaves in one packet: to write to a socket costs more than what is written. */
function sendTogether(client: pg.PoolClient): void {
  const stream = streamOf(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    return query(...args);
  }) as typeof client.query;
}

/** Keeps back what is asked from now on until what it gives is called: all of it leaves in one packet. */
export function holdBack(client: pg.PoolClient): () => void {
  const stream = streamOf(client);
  stream.cork();
  return () => stream.uncork();
}

const streamOf = (client: pg.PoolClient): Duplex =>
  (client as unknown as { connection: { stream: Duplex } }).connection.stream;

/** Rule 4 of the database: `org_id = $n` stands on every reference to a tenant's table. */
export function unscopedTables(sql: string): string[] {
  const references = [...sql.matchAll(/\b(?:from|join|update|using)\s+(?:only\s+)?"?([a-z_0-9]+)"?/gi)]
    .map((match) => match[1]!.toLowerCase())
    .filter((name) => tenantTables.has(name));
  const scopes = sql.match(/"?org_id"?\s*=\s*\$\d+/g)?.length ?? 0;
  return scopes < references.length ? references : [];
}

function watchTenancy(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string }).text;
    if (text !== undefined && !text.includes('/* every organization */')) {
      const unscoped = unscopedTables(text);
      if (unscoped.length > 0) throw new Error(`no org_id on ${unscoped.join(', ')} in: ${text}`);
    }
    return query(...args);
  }) as typeof client.query;
}
