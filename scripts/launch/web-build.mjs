import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../server/platform/process-lock.mjs';
import { CannotGoOn, runQuietly, say } from './say.mjs';

const SOURCES = [
  'web',
  'domain',
  'vite.config.ts',
  'vite.customer.config.ts',
  'vite.compressed.ts',
  'vite.quiet-library.ts',
  'package-lock.json',
];

/** Builds the page into dist/web unless that already holds it, told by the content of everything it is made of. */
export async function buildWeb(root, node, { always = false } = {}) {
  const stamp = join(root, 'dist', 'web', '.stamp');
  const wanted = hashOf(root);
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isDone() && !always) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const onWait = (pid) => say(`Waiting for process ${pid}, which is building the web page …`);
  await withLock(
    join(root, 'dist', 'build.lock'),
    async () => {
      if (isDone() && !always) return;
      await build(root, node, wanted);
    },
    { onWait },
  );
}

async function build(root, node, wanted) {
  say('正在构建网页（仅在有改动时）… Building the web page (only when it has changed) …');
  const staged = join(root, 'dist', 'web.staged');
  rmSync(staged, { recursive: true, force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // The staff's pages, then the customers' beside them.
  for (const own of [['--emptyOutDir'], ['--config', 'vite.customer.config.ts']]) {
    const args = [vite, 'build', '--outDir', staged, ...own];
    const { ok, output } = await runQuietly(node, args, { cwd: root, doing: '正在构建 still building' });
    if (!ok)
      throw new CannotGoOn(`${output.trim()}\n\nThe web page could not be built (vite's words stand above).`);
  }
  writeFileSync(join(staged, '.stamp'), wanted);
  // Swapped whole: a server that runs in this checkout never serves half a page.
  const target = join(root, 'dist', 'web');
  const before = join(root, 'dist', 'web.before');
  rmSync(before, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, before);
  renameSync(staged, target);
  rmSync(before, { recursive: true, force: true });
}

function hashOf(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const full = join(root, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, root, `${path}/${name}`);
  } else if (!/\.test\.tsx?$/.test(path)) {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(full));
  }
}
