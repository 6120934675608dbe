import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseFailure } from './failure.ts';
import type { RunAs } from './run-as.ts';

/** What dataDir/postgres.json keeps. */
export interface DatabaseRecord {
  /** Stands in the title of every process of this database, which is how leftovers are recognised. */
  name: string;
  /** Where the database files really are. */
  cluster: string;
  port: number;
  password: string;
}

export const defaultDataDir = (): string => join(homedir(), '.carecurve');

/** Makes the data folder, or says in plain words why it cannot be used. */
export function openDataFolder(wanted: string): string {
  const folder = resolve(wanted);
  try {
    const isNew = !existsSync(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // A folder that holds other things (somebody passed /tmp) keeps the mode it has.
    if (isNew || readdirSync(folder).length === 0) closeTo(folder, 0o700);
    return realpathSync(folder);
  } catch (error) {
    throw new DatabaseFailure('folder-unusable', whyUnusable(folder, error as NodeJS.ErrnoException));
  }
}

/** Lets root's database user pass through the folder, and nobody else. */
export function openTo(user: RunAs, folder: string): void {
  const found = statSync(folder);
  if (!user || found.uid !== process.getuid?.() || (found.mode & 0o777) !== 0o700) return;
  chownSync(folder, found.uid, user.gid);
  chmodSync(folder, 0o710);
}

export function readRecord(folder: string): DatabaseRecord | undefined {
  try {
    const read = JSON.parse(readFileSync(recordFile(folder), 'utf8')) as Partial<DatabaseRecord>;
    const { name, cluster, port, password } = read;
    return name && cluster && port && password ? { name, cluster, port, password } : undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw new DatabaseFailure('folder-unusable', `${recordFile(folder)} cannot be read: ${message}`);
  }
}

/** Whole or not at all: a kill in between leaves the record of before. */
export function writeRecord(folder: string, record: DatabaseRecord): void {
  const staged = `${recordFile(folder)}.new`;
  const file = openSync(staged, 'w', 0o600);
  writeSync(file, `${JSON.stringify(record, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  giveToOwner(folder, staged);
  renameSync(staged, recordFile(folder));
}

/** Root may work in somebody's data folder; what it leaves there belongs to that person. */
export function giveToOwner(folder: string, path: string): void {
  const owner = statSync(folder);
  if (process.getuid?.() === 0 && owner.uid !== 0) chownSync(path, owner.uid, owner.gid);
}

const recordFile = (folder: string): string => join(folder, 'postgres.json');

function closeTo(folder: string, mode: number): void {
  if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, mode);
}

function whyUnusable(folder: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return `The data folder ${folder} cannot be used: it, or a part of its path, is a file and not a folder.`;
    case 'EACCES':
    case 'EPERM':
      return `The data folder ${folder} cannot be used: this user may not read and write there. Name another with --data.`;
    case 'EROFS':
      return `The data folder ${folder} cannot be used: it lies on a read-only disk. Name another with --data.`;
    default:
      return `The data folder ${folder} cannot be used: ${error.message}`;
  }
}
