import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 5_000;

export function say(line) {
  process.stdout.write(`[carecurve] ${line}\n`);
}

/** Nothing below can go on; the message is for a person, without a stack. */
export class CannotGoOn extends Error {}

/** Runs a command quietly: a sign of life every few seconds, its whole output only where it failed. */
export function runQuietly(command, args, { cwd, env, doing }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const began = Date.now();
    const heartbeat = setInterval(() => {
      say(`… ${doing} (${Math.round((Date.now() - began) / 1000)} s)`);
    }, HEARTBEAT_MS);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const end = (ok) => {
      clearInterval(heartbeat);
      process.off('exit', kill);
      resolve({ ok, output });
    };
    // Ending us ends the command too: half an installation left running would fight with the next one.
    const kill = () => child.kill();
    process.on('exit', kill);
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
