import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerOrder } from './worker.ts';

const script = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Runs a worker in a process of its own until it is killed or done; true where it was killed at its point. */
export async function runWorker(databaseUrl: string, order: WorkerOrder): Promise<boolean> {
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, CARECURVE_OUTBOX_WORKER: JSON.stringify(order) },
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('exit', (code, signal) => resolve({ code, signal })),
  );
  if (signal === 'SIGKILL') return true;
  if (code !== 0) throw new Error(`the worker's process ended with ${code ?? signal}`);
  return false;
}
