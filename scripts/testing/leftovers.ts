import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reachablePlace } from '#server/platform/postgres/cluster-place.ts';
import { readRecord } from '#server/platform/postgres/data-folder.ts';
import { endProcesses, processesOf } from '#server/platform/postgres/processes.ts';
import { isInUse } from '#server/platform/postgres/users.ts';
import { isRunning } from '#server/platform/process-lock.mjs';

/** How the folders of test databases begin: no other is anybody's to remove, whatever else of ours stands beside it. */
export const testFolder = 'carecurve-test-';

/** Ends and removes the test databases of runs that were killed. */
export async function removeLeftovers(place = tmpdir()): Promise<void> {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(testFolder))) {
    const folder = join(place, name);
    if (!isBeingStarted(folder) && existsSync(join(folder, 'users')) && !isInUse(folder)) {
      await removeDatabaseFolder(folder);
    }
  }
}

/** Whatever runs in it is ended at once: the data is not wanted any more. */
export async function removeDatabaseFolder(folder: string): Promise<void> {
  const record = readRecord(folder);
  if (record) {
    await endProcesses(processesOf(record.cluster, record.name), [
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ]);
    const cluster = existsSync(record.cluster) ? realpathSync(record.cluster) : record.cluster;
    if (cluster.startsWith(reachablePlace)) rmSync(dirname(cluster), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

function isBeingStarted(folder: string): boolean {
  const lock = join(folder, 'postgres.lock');
  return existsSync(lock) && isRunning(readFileSync(lock, 'utf8'));
}
