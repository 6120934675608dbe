import { isLoopback } from '../bind.ts';
import { withClient } from './answers.ts';
import { DatabaseFailure } from './failure.ts';
import { startPostgres } from './start-postgres.ts';
import type { RunningPostgres } from './start-postgres.ts';

const OLDEST = 15;

/** The database to work on: the one named (DATABASE_URL), else the embedded one of the data folder. */
export async function databaseFor(options: {
  dataDir: string;
  databaseUrl?: string | undefined;
  onProgress?: (line: string) => void;
}): Promise<RunningPostgres> {
  const { databaseUrl: url } = options;
  if (!url) return startPostgres(options);
  await refuseUnfit(url);
  return { url, adopted: true, stop: async () => {} };
}

async function refuseUnfit(url: string): Promise<void> {
  const address = parse(url);
  const version = await ask(url, address);
  if (Math.floor(version / 10_000) < OLDEST) {
    throw new DatabaseFailure(
      'too-old',
      `The database at ${address.host} is PostgreSQL ${Math.floor(version / 10_000)}; Carecurve needs ${OLDEST} or newer.`,
    );
  }
  // No host at all means a socket of this machine.
  if (address.hostname && !isLoopback(address.hostname) && (await letsAnybodyIn(address))) {
    throw new DatabaseFailure(
      'open-without-password',
      `The database at ${address.host} lets ${address.username} in with any password. ` +
        'Ask for one (scram-sha-256 in pg_hba.conf) before patients’ data goes there.',
    );
  }
}

async function ask(url: string, address: URL): Promise<number> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
      return Number(rows[0]?.server_version_num);
    });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new DatabaseFailure(
      'cannot-connect',
      `The database named in DATABASE_URL (${address.host}${address.pathname}) cannot be used: ${message || code}`,
    );
  }
}

function parse(url: string): URL {
  try {
    const address = new URL(url);
    if (/^postgres(ql)?:$/.test(address.protocol)) return address;
  } catch {
    // Said below, without the address: it may hold a password.
  }
  throw new DatabaseFailure(
    'cannot-connect',
    'DATABASE_URL must look like postgres://user:password@host:5432/database.',
  );
}

async function letsAnybodyIn(address: URL): Promise<boolean> {
  const withWrongPassword = new URL(address);
  withWrongPassword.password = 'certainly-not-the-password';
  try {
    await withClient(withWrongPassword.href, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
