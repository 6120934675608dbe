import pg from 'pg';
import { readRecord } from '#server/platform/postgres/data-folder.ts';
import { endProcesses, processesOf } from '#server/platform/postgres/processes.ts';

/** Asks the data folder's database as its owner, past the server and its rules. */
export async function withDatabase<T>(dataDir: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  // Read anew each time: after a kill the database may have moved to another port.
  const { port, password } = readRecord(dataDir)!;
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/carecurve`,
    application_name: 'kill-rounds',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The processes of the data folder's database, and of no other. */
export function databaseProcesses(dataDir: string): number[] {
  const record = readRecord(dataDir);
  return record ? processesOf(record.cluster, record.name) : [];
}

export async function endDatabase(dataDir: string): Promise<void> {
  await endProcesses(databaseProcesses(dataDir), [
    ['SIGINT', 5_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
}
