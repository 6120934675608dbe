import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, withClient } from '#server/platform/postgres/answers.ts';
import { createCluster, newName, newPassword, spawnPostmaster } from '#server/platform/postgres/cluster.ts';
import { openLog } from '#server/platform/postgres/log-file.ts';
import { freePort } from '#server/platform/postgres/ports.ts';
import { endProcesses, processesOf } from '#server/platform/postgres/processes.ts';
import { runAs } from '#server/platform/postgres/run-as.ts';
import { isRunning, processMark } from '#server/platform/process-lock.mjs';

const PREFIX = 'carecurve-throwaway-';

export interface ThrowawayPostgres {
  /** For the superuser, and the database `carecurve`. */
  url: string;
  remove(): Promise<void>;
}

/** Where Debian keeps this major version of PostgreSQL, if it is installed. */
export function debianPostgres(major: number): string | undefined {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** A PostgreSQL of the given binaries in a folder of its own, for one test run. */
export async function startThrowawayPostgres(bin: string, version: string): Promise<ThrowawayPostgres> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner'), processMark());
  const user = runAs();
  if (user) chownSync(folder, user.uid, user.gid);
  const record = {
    name: newName(),
    cluster: join(folder, 'postgres'),
    port: await freePort(),
    password: newPassword(),
  };
  const remove = () => removeFolder(folder, record.name);
  try {
    const binaries = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version };
    await createCluster(binaries, user, record);
    const postmaster = spawnPostmaster(binaries, user, record, openLog(folder));
    const server = `postgres://postgres:${record.password}@127.0.0.1:${record.port}`;
    while ((await answerOf(`${server}/postgres`)) !== 'ready') {
      if (postmaster.hasEnded()) throw new Error(readFileSync(join(folder, 'postgres.log'), 'utf8'));
      await pause(50);
    }
    await withClient(`${server}/postgres`, (client) => client.query('create database carecurve'));
    return { url: `${server}/carecurve`, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What a killed test run left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, 'owner');
    if (existsSync(owner) && !isRunning(readFileSync(owner, 'utf8'))) await removeFolder(folder, name);
  }
}

async function removeFolder(folder: string, name: string): Promise<void> {
  await endProcesses(processesOf(join(folder, 'postgres'), name), [
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
  rmSync(folder, { recursive: true, force: true });
}
