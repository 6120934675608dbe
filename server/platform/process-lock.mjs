// Plain JavaScript, because the launcher takes the same lock on a Node that cannot read TypeScript yet.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const HALF_WRITTEN_FOR_MS = 5_000;

/** Names a process so that a later one with the same number is told apart. */
export function processMark(pid = process.pid) {
  return `${pid} ${startOf(pid)?.startedAt ?? ''}`.trim();
}

/** Whether the process so marked still runs. */
export function isRunning(mark) {
  const [pidText = '', ...rest] = mark.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  if (now?.ended) return false;
  const startedAt = rest.join(' ');
  return !startedAt || !now?.startedAt || now.startedAt === startedAt;
}

/** Does the work while no other process holds the same lock file; the lock of a dead holder is taken over. */
export async function withLock(file, work, { onWait = () => {}, sayAfterMs = 3_000 } = {}) {
  const mine = processMark();
  const since = Date.now();
  let said = false;
  while (!take(file, mine)) {
    if (!said && Date.now() - since >= sayAfterMs) {
      said = true;
      onWait(read(file)?.split(' ')[0] ?? '?');
    }
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = read(file);
  if (holder !== undefined && !isHeld(file, holder)) discard(file, holder);
  return false;
}

function isHeld(file, holder) {
  if (holder) return isRunning(holder);
  // Just created and not yet written, or its writer was killed between the two.
  const age = statSync(file, { throwIfNoEntry: false });
  return age !== undefined && Date.now() - age.mtimeMs < HALF_WRITTEN_FOR_MS;
}

/** Moved aside before it is removed: of two who find the same stale lock, only one may clear the way. */
function discard(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== holder) {
    try {
      writeFileSync(file, read(aside) ?? '', { flag: 'wx' });
    } catch {
      // Somebody else holds it by now.
    }
  }
  rmSync(aside, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function startOf(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    if (!stat) return undefined;
    // The name in brackets may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { startedAt: fields[19], ended: fields[0] === 'Z' || fields[0] === 'X' };
  }
  if (process.platform === 'win32') return undefined;
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = ps.stdout?.trim().split(/\s+/) ?? [];
  return line.length > 1 ? { startedAt: line.slice(1).join(' '), ended: line[0].startsWith('Z') } : undefined;
}
