import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from '../process-lock.mjs';

/** The processes of one database, and of no other program that happens to have got an old number. */
export function processesOf(cluster: string, name: string): number[] {
  return commandLines()
    .filter(({ pid, command }) => belongs(command, cluster, name) || worksIn(pid, command, cluster))
    .map(({ pid }) => pid)
    .filter((pid) => isRunning(String(pid)));
}

/** The postmaster, if it still lives: killed alone it leaves its lock file behind, and perhaps its backends. */
export function findPostmaster(cluster: string, name: string): number | undefined {
  const pid = Number(readLines(join(cluster, 'postmaster.pid'))[0]);
  return processesOf(cluster, name).includes(pid) ? pid : undefined;
}

/** Asks, then insists, then kills; true when all are gone. */
export async function endProcesses(
  pids: number[],
  steps: [signal: NodeJS.Signals, patienceMs: number][],
): Promise<boolean> {
  for (const [signal, patienceMs] of steps) {
    for (const pid of pids) send(pid, signal);
    if (await allGone(pids, patienceMs)) return true;
  }
  return pids.length === 0;
}

export async function allGone(pids: number[], patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (pids.some((pid) => isRunning(String(pid)))) {
    if (Date.now() > until) return false;
    await pause(50);
  }
  return true;
}

function belongs(command: string, cluster: string, name: string): boolean {
  return (
    command.startsWith(`postgres: ${name}: `) ||
    (/^\S*postgres /.test(command) && command.includes(` -D ${cluster} `))
  );
}

function worksIn(pid: number, command: string, cluster: string): boolean {
  if (process.platform !== 'linux' || !command.includes('postgres')) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** Read from /proc on Linux, where a small container has no `ps`. */
function commandLines(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((entry) => ({
        pid: Number(entry),
        command: `${readLines(`/proc/${entry}/cmdline`).join('\n').replaceAll('\0', ' ')} `,
      }));
  }
  const ps = spawnSync('ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return (ps.stdout ?? '').split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(.*)$/.exec(line);
    return found ? [{ pid: Number(found[1]), command: `${found[2] ?? ''} ` }] : [];
  });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}
