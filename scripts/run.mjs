// The one door to every command of package.json. Runs on Node 20 with nothing installed: brings what is missing,
// then hands over to a Node that runs TypeScript.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './launch/dependencies.mjs';
import { runChild } from './launch/run-child.mjs';
import { findRuntime } from './launch/runtime.mjs';
import { CannotGoOn, say } from './launch/say.mjs';
import { buildWeb } from './launch/web-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const vitest = join('node_modules', 'vitest', 'vitest.mjs');

const COMMANDS = {
  start: { script: ['server/main.ts'], needsWeb: true },
  dev: { script: ['scripts/dev.ts'] },
  import: { script: ['scripts/import.ts'] },
  admin: { script: ['scripts/admin.ts'] },
  test: { script: ['scripts/test.ts'] },
  check: { script: ['scripts/check.ts'] },
  journeys: { script: [vitest, 'run', '--config', 'vitest.journeys.config.ts'], needsWeb: true },
  bench: { script: ['scripts/bench.ts'] },
  build: {},
};

try {
  process.exitCode = await run(process.argv[2] ?? '', process.argv.slice(3));
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function run(name, args) {
  const command = COMMANDS[name];
  if (!command) {
    say(`There is no command "${name}". Known: ${Object.keys(COMMANDS).join(' ')}`);
    return 2;
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new CannotGoOn(
      `请安装 Node 20 或更新版本。Carecurve needs Node 20 or newer; this one is ${process.version}.`,
    );
  }
  await installDependencies(root);
  const node = await findRuntime(root);
  if (name === 'build') return buildWeb(root, node, { always: true }).then(() => 0);
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (command.needsWeb && !asksForHelp) await buildWeb(root, node);
  return runChild(root, node, [...command.script, ...args]);
}
