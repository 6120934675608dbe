import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testFolder } from '#scripts/testing/leftovers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface AHouse {
  address: string;
  dataDir: string;
  /** Everything the server printed. */
  output(): string;
  command(script: 'import' | 'admin', ...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** The whole program as a clinic runs it: its own database in a folder of its own, a free port, a real process. */
export async function aHouse(...options: string[]): Promise<AHouse> {
  const dataDir = await mkdtemp(path.join(tmpdir(), testFolder));
  const child = start('server/main.ts', '--data', dataDir, '--port', '0', ...options);
  const printed = collect(child);
  let isOver = false;
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const found = /https?:\/\/localhost:\d+/.exec(printed());
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed()}`)));
  });
  return {
    address,
    dataDir,
    output: printed,
    command: async (script, ...args) => {
      const command = start(`scripts/${script}.ts`, ...args, '--data', dataDir);
      const said = collect(command);
      const code = await new Promise((resolve) => command.once('exit', resolve));
      if (code !== 0) throw new Error(`${script} ended with ${String(code)}:\n${said()}`);
      return said();
    },
    close: async () => {
      if (isOver) return;
      isOver = true;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function start(script: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
