import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#server/platform/database/migrate.ts';
import { startPostgres } from '#server/platform/postgres/start-postgres.ts';
import { testFolder } from '../testing/leftovers.ts';

/**
 * Gives `work` the owner's address of a migrated database that is thrown away afterwards: on the server of
 * CARECURVE_TEST_DATABASE_URL where that is set, else on a PostgreSQL started for it.
 */
export async function onScratchDatabase<T>(
  work: (url: string) => Promise<T>,
  options = { migrated: true },
): Promise<T> {
  const given = process.env['CARECURVE_TEST_DATABASE_URL'];
  if (given) return onServer(given, work, options);
  const dataDir = await mkdtemp(path.join(tmpdir(), testFolder));
  const postgres = await startPostgres({ dataDir });
  try {
    return await onServer(postgres.url, work, options);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onServer<T>(
  url: string,
  work: (url: string) => Promise<T>,
  options: { migrated: boolean },
): Promise<T> {
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  await asOwner(url, (client) => client.query(`create database ${name}`));
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  try {
    if (options.migrated) await migrate(scratch.href);
    return await work(scratch.href);
  } finally {
    await asOwner(url, async (client) => {
      await client.query(`drop database ${name} with (force)`);
    });
  }
}

async function asOwner(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
