import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, withClient } from '#server/platform/postgres/answers.ts';
import { createCluster, newName, newPassword, spawnPostmaster } from '#server/platform/postgres/cluster.ts';
import { writeRecord } from '#server/platform/postgres/data-folder.ts';
import { openLog } from '#server/platform/postgres/log-file.ts';
import { freePort } from '#server/platform/postgres/ports.ts';
import { runAs } from '#server/platform/postgres/run-as.ts';
import { signIn } from '#server/platform/postgres/users.ts';
import { removeDatabaseFolder, testFolder } from './leftovers.ts';

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
  const folder = mkdtempSync(join(tmpdir(), testFolder));
  signIn(folder);
  const user = runAs();
  if (user) chownSync(folder, user.uid, user.gid);
  const record = {
    name: newName(),
    cluster: join(folder, 'postgres'),
    port: await freePort(),
    password: newPassword(),
  };
  writeRecord(folder, record);
  const remove = () => removeDatabaseFolder(folder);
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
