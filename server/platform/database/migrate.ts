import { createHash, createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import pg from 'pg';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  sha256: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The migrations in order. Throws when a number is missing, doubled, or a name is not NNNN_intent.sql. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      if (!match || Number(match[1]) !== index + 1)
        throw new Error(`migration out of order or misnamed: ${file}`);
      const sql = await readFile(path.join(folder, file), 'utf8');
      return {
        number: index + 1,
        name: match[2]!,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

/**
 * Brings the database to the newest schema, each migration in a transaction of its own; two processes
 * that start at once do it one after the other. Throws when an applied migration was edited since, or
 * when the database is newer than this program.
 */
export async function migrate(
  ownerUrl: string,
  options: { onProgress?: (line: string) => void } = {},
): Promise<number> {
  const migrations = await readMigrations();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'carecurve-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(726517)');
    await client.query(`create table if not exists schema_migrations (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    await client.query(`comment on table schema_migrations is 'local'`);
    await client.query('revoke all on schema_migrations from public');
    const applied = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from schema_migrations order by number',
    );
    for (const row of applied.rows) {
      const migration = migrations[row.number - 1];
      if (!migration)
        throw new Error(
          `this database is newer than the program: it has migration ${row.number} ${row.name}`,
        );
      if (migration.sha256 !== row.sha256)
        throw new Error(`migration ${row.number} ${row.name} was edited after it was applied`);
    }
    const due = migrations.slice(applied.rows.length);
    for (const migration of due) {
      options.onProgress?.(`migration ${migration.number} ${migration.name.replaceAll('_', ' ')}`);
      await client.query('begin');
      try {
        await client.query(migration.sql);
        await client.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [
          migration.number,
          migration.name,
          migration.sha256,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
    if (migrations.length > 0) await client.query('grant select on schema_migrations to carecurve_app');
    return due.length;
  } finally {
    await client.end();
  }
}

/**
 * The address by which the application itself reaches the database: a login of its own that owns nothing.
 * Its password is derived from the owner's, so that every process of the installation knows it and none stores it.
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const owner = new URL(ownerUrl);
  const database = decodeURIComponent(owner.pathname.slice(1)) || 'postgres';
  const login = `carecurve_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;
  const secret = owner.password === '' ? `no password, ${owner.host}` : decodeURIComponent(owner.password);
  const password = createHmac('sha256', secret).update(`carecurve ${database}`).digest('base64url');
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password;
  if (await answers(url.href)) return url.href;

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(726518)');
    const found = await client.query('select from pg_roles where rolname = $1', [login]);
    const role = client.escapeIdentifier(login);
    const options = `login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`;
    await client.query(`${found.rowCount === 0 ? 'create' : 'alter'} role ${role} ${options}`);
    await client.query(`grant carecurve_app to ${role}`);
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${role}`);
  } finally {
    await client.end();
  }
  return url.href;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select from organizations limit 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
