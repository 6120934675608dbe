import { setTimeout as pause } from 'node:timers/promises';
import { spawnGroup } from './own-group.ts';
import type { OwnGroup } from './own-group.ts';
import { trialClock } from './sheets.ts';

export interface RunningServer {
  address: string;
  group: OwnGroup;
  /** From its spawn to the first yes of /api/ready. */
  readyAfterMs: number;
}

const notReadyAfterMs = 180_000;

/** Starts the server in a process group of its own and waits until it is ready. */
export async function startServer(
  dataDir: string,
  logFile: string,
  onSpawn: (group: OwnGroup) => void,
): Promise<RunningServer> {
  const began = performance.now();
  const group = spawnGroup(
    ['server/main.ts', '--data', dataDir, '--trial-clock', trialClock, '--port', '0'],
    logFile,
  );
  onSpawn(group);
  const late = setTimeout(() => void group.end('SIGKILL'), notReadyAfterMs);
  try {
    const [address] = await group.says(/https?:\/\/localhost:\d+/);
    while (!(await isReady(address))) {
      if (group.hasEnded()) throw new Error(`the server ended before it was ready:\n${group.said()}`);
      await pause(20);
    }
    return { address, group, readyAfterMs: performance.now() - began };
  } finally {
    clearTimeout(late);
  }
}

async function isReady(address: string): Promise<boolean> {
  const response = await fetch(`${address}/api/ready`).catch(() => undefined);
  // Read to its end, or the connection stays taken.
  await response?.text();
  return response?.status === 200;
}
