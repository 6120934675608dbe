import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { DatabaseFailure } from './failure.ts';

/** The system user PostgreSQL runs as; undefined means "as ourselves". */
export type RunAs = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: there it runs as the owner of its files, else `postgres`, else `nobody`. */
export function runAs(clusterDir?: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const owner = clusterDir ? statSync(clusterDir, { throwIfNoEntry: false }) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = idOf('postgres') ?? idOf('nobody');
  if (user) return user;
  throw new DatabaseFailure(
    'no-user-to-run-as',
    'PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor "nobody". ' +
      'Start Carecurve as an ordinary user, or create one with: useradd --system postgres',
  );
}

/** Whether that user may pass through the folder or run the file; asked of the system, which knows ACLs and mounts. */
export function canReach(user: RunAs, path: string): boolean {
  if (!user) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function idOf(name: string): RunAs {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
