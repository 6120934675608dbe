import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning } from '#server/platform/process-lock.mjs';
import { runsTypeScript } from './runtime.mjs';

const runChildModule = new URL('./run-child.mjs', import.meta.url).href;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carecurve-launch-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the launcher', () => {
  it.each([
    { version: 'v20.20.2', does: false },
    { version: 'v22.17.1', does: false },
    { version: 'v22.18.0', does: true },
    { version: 'v23.5.0', does: false },
    { version: 'v23.6.0', does: true },
    { version: 'v24.0.0', does: true },
  ])('knows whether Node $version runs TypeScript: $does', ({ version, does }) => {
    expect(runsTypeScript(version)).toBe(does);
  });

  it('refuses an unknown command and names the known ones', () => {
    const run = fileURLToPath(new URL('../run.mjs', import.meta.url));

    const { status, stdout } = spawnSync(process.execPath, [run, 'strat'], { encoding: 'utf8' });

    expect(status).toBe(2);
    expect(stdout).toMatch(/no command "strat".*start/);
  });

  it('hands on arguments and exit code', () => {
    const script = write('script.mjs', 'console.log(process.argv.slice(2).join()); process.exitCode = 7;');

    const { status, stdout } = spawnSync(process.execPath, [launcherOf(script, '--demo', '--port=1')], {
      encoding: 'utf8',
    });

    expect(stdout).toBe('--demo,--port=1\n');
    expect(status).toBe(7);
  });

  it('hands on a signal, and waits for what it started', async () => {
    const launcher = await launch(
      `process.on('SIGTERM', () => setTimeout(() => process.exit(5), 50)); setInterval(() => {}, 1000);`,
    );

    launcher.process.kill('SIGTERM');

    expect(await launcher.exitCode).toBe(5);
    expect(isRunning(launcher.childPid)).toBe(false);
  });

  it('takes what it started along when it is killed', async () => {
    const launcher = await launch('setInterval(() => {}, 1000);');

    launcher.process.kill('SIGKILL');

    await expect.poll(() => isRunning(launcher.childPid), { timeout: 60_000 }).toBe(false);
  });
});

async function launch(body: string) {
  const script = write('script.mjs', `${body} console.log(process.pid);`);
  const launcher = spawn(process.execPath, [launcherOf(script)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exitCode = new Promise((resolve) => launcher.on('exit', resolve));
  const childPid = await new Promise<string>((resolve) =>
    launcher.stdout.once('data', (chunk) => resolve(String(chunk))),
  );
  return { process: launcher, childPid, exitCode };
}

function launcherOf(script: string, ...args: string[]): string {
  const child = JSON.stringify([script, ...args]);
  return write(
    'launcher.mjs',
    `import { runChild } from ${JSON.stringify(runChildModule)};
     process.exitCode = await runChild(${JSON.stringify(folder)}, process.execPath, ${child});`,
  );
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
