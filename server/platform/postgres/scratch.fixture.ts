import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reachablePlace } from './cluster-place.ts';
import { endProcesses, processesOf } from './processes.ts';

/** A data folder for one test; whatever became of its processes and files, nothing is left of them. */
export async function inScratchFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'carecurve-test-supervisor-'));
  try {
    await test(folder);
  } finally {
    for (const data of [folder, join(folder, 'data')]) await removeDatabase(data);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function removeDatabase(data: string): Promise<void> {
  if (!existsSync(join(data, 'postgres'))) return;
  const cluster = realpathSync(join(data, 'postgres'));
  await endProcesses(processesOf(cluster, recordOf(data)?.name ?? 'none'), [['SIGKILL', 5_000]]);
  if (cluster.startsWith(reachablePlace)) rmSync(dirname(cluster), { recursive: true, force: true });
}

export function recordOf(data: string): { name: string; port: number; password: string } | undefined {
  const file = join(data, 'postgres.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { name: string; port: number; password: string })
    : undefined;
}

export const postmasterOf = (data: string): number =>
  Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Another node that holds the database of the folder until it is killed. */
export async function anotherNodeHolding(data: string): Promise<{ node: ChildProcess; url: string }> {
  const module = new URL('./start-postgres.ts', import.meta.url).href;
  const script = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const { url } = await startPostgres({ dataDir: ${JSON.stringify(data)} });
    process.stdout.write(url + '\\n');
    setInterval(() => {}, 1000);`;
  const node = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    node.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    node.once('exit', (code) => reject(new Error(`the other node ended with ${code}`)));
  });
  return { node, url };
}

export async function kill(node: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => node.once('exit', resolve));
  node.kill('SIGKILL');
  await ended;
}

export async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A connection that stays open, and the process that serves it. */
export async function openConnection(url: string): Promise<{ client: pg.Client; backend: number }> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { client, backend: rows[0]?.pid ?? 0 };
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  // Short of a test's own limit, so that one on a busy machine is waited for and one that waits in vain is cleaned up after.
  const deadline = Date.now() + 150_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 150 s');
    await pause(50);
  }
}
