import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner } from './data-folder.ts';

const LARGEST = 10 * 1024 * 1024;

const logFile = (folder: string): string => join(folder, 'postgres.log');

/** A file descriptor that PostgreSQL inherits; it only ever appends, so that the file can be cut under it. */
export function openLog(folder: string): number {
  keepLogSmall(folder);
  const log = openSync(logFile(folder), 'a', 0o600);
  giveToOwner(folder, logFile(folder));
  return log;
}

/** Keeps one earlier piece beside the log that grows. */
export function keepLogSmall(folder: string): void {
  const size = statSync(logFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LARGEST) return;
  copyFileSync(logFile(folder), `${logFile(folder)}.1`);
  truncateSync(logFile(folder));
}

export function endOfLog(folder: string): string {
  const text = readFileSync(logFile(folder), 'utf8').trimEnd();
  return text.split('\n').slice(-12).join('\n');
}
