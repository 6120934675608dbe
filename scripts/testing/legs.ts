import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { failuresOfVitest, tallyOfChecks, tallyOfVitest } from './tally.ts';
import type { CheckReport, Tally, VitestReport } from './tally.ts';

const vitest = join('node_modules', 'vitest', 'vitest.mjs');

let current: ChildProcess | undefined;

/** Ends the leg that runs now. */
export const endCurrentLeg = (signal: NodeJS.Signals): boolean => current?.kill(signal) ?? false;

export async function runChecks(root: string): Promise<Outcome> {
  const report = freshReport(root, 'check');
  const exitCode = await runNode(root, ['scripts/check.ts'], { CARECURVE_CHECK_REPORT: report });
  // Each check says at its own place what it found; they are run first and soon over.
  return { tally: tallyOfChecks(readReport<CheckReport>(report), exitCode), failures: [] };
}

/** What a leg came to, and a line for each of its failed tests. */
export interface Outcome {
  tally: Tally;
  failures: string[];
}

export async function runVitest(
  root: string,
  leg: string,
  options: { config: string; args?: string[]; env?: Record<string, string> },
): Promise<Outcome> {
  const file = freshReport(root, leg);
  const exitCode = await runNode(
    root,
    [
      vitest,
      'run',
      ...['--config', options.config],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...(options.args ?? []),
    ],
    options.env ?? {},
  );
  const report = readReport<VitestReport>(file);
  const failures = failuresOfVitest(report).map((line) => line.replace(root, ''));
  const tally = tallyOfVitest(report, exitCode);
  if (tally.failed > failures.length) failures.push(`the run ended with ${exitCode}, for what it says above`);
  return { tally, failures };
}

/** How many tests a leg would have run, so that a leg left out is counted as skipped. */
export function countTests(root: string, config: string): number {
  const list = spawnSync(process.execPath, [vitest, 'list', '--config', config, '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  try {
    return (JSON.parse(list.stdout.slice(list.stdout.indexOf('['))) as unknown[]).length || 1;
  } catch {
    return 1;
  }
}

function runNode(root: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    current = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    current.on('error', () => resolve(1));
    current.on('exit', (code, signal) => {
      current = undefined;
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

function freshReport(root: string, leg: string): string {
  mkdirSync(join(root, 'test-output'), { recursive: true });
  const file = join(root, 'test-output', `${leg}.json`);
  rmSync(file, { force: true });
  return file;
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
