import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotGoOn, runQuietly, say } from './say.mjs';

/** Installs exactly what the lock file in `folder` names, and runs no script of any package. */
export async function installLocked(folder, doing) {
  const args = [
    'ci',
    '--ignore-scripts',
    '--engine-strict=false',
    // Also where NODE_ENV=production or an omit= setting says otherwise: the page is built here.
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { command, before } = npm();
  for (let attempt = 1; ; attempt++) {
    const { ok, output } = await runQuietly(command, [...before, ...args], { cwd: folder, doing });
    if (ok) return;
    if (attempt === 2) {
      throw new CannotGoOn(
        `${output.trim()}\n\nnpm could not install what Carecurve needs (its words stand above). ` +
          'Is the network there, and does the disk have 1 GB free? Then run the same command again.',
      );
    }
    say('npm did not succeed; trying once more …');
  }
}

/** The npm that called us, else the one beside this Node, else the one on PATH. */
function npm() {
  const beside = dirname(process.execPath);
  const script = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
  return script ? { command: process.execPath, before: [script] } : { command: 'npm', before: [] };
}
