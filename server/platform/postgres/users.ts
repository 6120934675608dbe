import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isRunning, processMark } from '../process-lock.mjs';
import { giveToOwner } from './data-folder.ts';

/** Writes down that this process uses the database; the returned function takes that back. */
export function signIn(folder: string): () => void {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  giveToOwner(folder, users);
  const file = join(users, `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(file, processMark());
  return () => rmSync(file, { force: true });
}

/** Whether anybody still uses the database; the entries of the dead are removed. */
export function isInUse(folder: string): boolean {
  const users = join(folder, 'users');
  let inUse = false;
  for (const name of readdirSync(users)) {
    if (isRunning(readFileSync(join(users, name), 'utf8'))) inUse = true;
    else rmSync(join(users, name), { force: true });
  }
  return inUse;
}
