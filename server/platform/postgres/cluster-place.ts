import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseFailure } from './failure.ts';
import { canReach } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** Where root keeps what its database user must reach when the data folder lies behind closed doors (/root). */
export const reachablePlace = '/var/lib/carecurve';

/**
 * The folder of the database files: dataDir/postgres, or where that link leads. Undefined while there is no
 * database yet.
 */
export function findCluster(folder: string): string | undefined {
  const entry = join(folder, 'postgres');
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!existsSync(entry)) {
    throw new DatabaseFailure(
      'folder-unusable',
      `The database of ${folder} is gone: ${entry} leads to a folder that no longer exists. ` +
        'Restore it from a backup, or remove the data folder to begin anew.',
    );
  }
  const cluster = realpathSync(entry);
  if (found.isSymbolicLink()) refuseCopiedFolder(folder, cluster);
  return cluster;
}

/** Where a new database goes. */
export function chooseCluster(folder: string, user: RunAs, onProgress: (line: string) => void): string {
  if (canReach(user, folder)) return join(folder, 'postgres');
  makePassable(reachablePlace, 0o711);
  clearLeftovers(folder, onProgress);
  const place = join(reachablePlace, randomBytes(6).toString('hex'));
  makePassable(place, 0o710, user);
  writeFileSync(join(place, 'belongs-to'), `${folder}\n`);
  return join(place, 'postgres');
}

/** Makes the database findable from the data folder, once it is whole. */
export function linkCluster(folder: string, cluster: string): void {
  if (dirname(cluster) !== folder) symlinkSync(cluster, join(folder, 'postgres'));
}

/** A moved data folder takes its database along; a copied one would write into the original's. */
function refuseCopiedFolder(folder: string, cluster: string): void {
  const label = join(dirname(cluster), 'belongs-to');
  const owner = existsSync(label) ? readFileSync(label, 'utf8').trim() : folder;
  if (owner === folder) return;
  const original = join(owner, 'postgres');
  if (existsSync(original) && realpathSync(original) === cluster) {
    throw new DatabaseFailure(
      'folder-copied',
      `${folder} is a copy of ${owner}: both lead to the one database in ${cluster}. ` +
        'Move a data folder instead of copying it, or copy the database files too.',
    );
  }
  writeFileSync(label, `${folder}\n`);
}

function clearLeftovers(folder: string, onProgress: (line: string) => void): void {
  for (const name of readdirSync(reachablePlace)) {
    const place = join(reachablePlace, name);
    const label = join(place, 'belongs-to');
    if (!existsSync(label) || readFileSync(label, 'utf8').trim() !== folder) continue;
    if (existsSync(join(place, 'postgres'))) {
      onProgress(`An earlier database of ${folder} is left untouched in ${place}.`);
    } else {
      rmSync(place, { recursive: true, force: true });
    }
  }
}

function makePassable(path: string, mode: number, user?: RunAs): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  if (user) chownSync(path, 0, user.gid);
}
