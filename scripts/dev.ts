import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The server, started anew when its code changes, and the page that updates itself; Ctrl-C ends both.
// Arguments go to the server: `npm run dev -- --demo`.

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, '.runtime', 'dev-data');
mkdirSync(data, { recursive: true });

const children: ChildProcess[] = [
  start(['--watch', '--watch-preserve-output', 'server/main.ts', '--data', data, ...process.argv.slice(2)]),
  start([join('node_modules', 'vite', 'bin', 'vite.js')]),
];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => endAll(signal));
}

function start(args: string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('error', (error) => {
    console.error(error.message);
    endAll('SIGTERM');
  });
  // Half of it is of no use: when one ends, the other does.
  child.on('exit', (code, signal) => {
    process.exitCode ||= signal ? 0 : (code ?? 1);
    endAll('SIGTERM');
  });
  return child;
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  }
}
