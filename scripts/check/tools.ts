import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from './check.ts';

const modules = (...path: string[]): string => join('node_modules', ...path);

const prettier = modules('prettier', 'bin', 'prettier.cjs');
const eslint = modules('eslint', 'bin', 'eslint.js');
const typescript = modules('typescript', 'bin', 'tsc');

export const toolChecks: Check[] = [
  tool('lint', eslint, ['.', '--max-warnings', '0']),
  tool('types-server', typescript, ['-p', 'server', '--pretty', 'false']),
  tool('types-web', typescript, ['-p', 'web', '--pretty', 'false']),
  tool('types-domain', typescript, ['-p', 'domain', '--pretty', 'false']),
  tool('format', prettier, ['--check', '--log-level', 'warn', '--cache', '.']),
];

/** Passed when the tool ends well; else all it said is the problem. */
function tool(name: string, script: string, args: string[]): Check {
  return {
    name,
    run: (root) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [script, ...args], { cwd: root });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => (output += text));
        }
        child.on('error', (error) => resolve({ problems: [error.message] }));
        child.on('close', (code) =>
          resolve({ problems: code === 0 ? [] : [output.trim() || `ended with ${code}`] }),
        );
      }),
  };
}
