import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guard = new URL('../launch/end-with-parent.mjs', import.meta.url).href;

/** A command of ours in a process group of its own, which can be killed as a whole. */
export interface OwnGroup {
  /** The first line it says that matches. Rejects with all it said when it ends before. */
  says(line: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
  hasEnded(): boolean;
  said(): string;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Runs one of the repository's scripts; it ends by itself when we are gone. */
export function spawnGroup(args: string[], logFile: string): OwnGroup {
  const child = spawn(process.execPath, ['--import', guard, ...args], {
    cwd: root,
    detached: true,
    // These rounds kill the database too, so it is always the data folder's own.
    env: { ...process.env, DATABASE_URL: '', CARECURVE_LAUNCHER: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  let said = '';
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      said = (said + chunk.toString()).slice(-100_000);
      tell();
    });
  }
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    // Not `exit`: what it said last is wanted too.
    child.on('close', resolve);
  });
  void ended.then(() => {
    isOver = true;
    log.end();
    tell();
  });
  return {
    ended,
    hasEnded: () => isOver,
    said: () => said,
    says: (line) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = line.exec(said);
          if (found) resolve(found);
          else if (isOver) reject(new Error(`it ended and said only:\n${said.trim()}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
    async end(signal) {
      if (isOver || child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
      await ended;
    },
  };
}
