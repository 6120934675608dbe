import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../server/platform/process-lock.mjs';
import { installLocked } from './npm.mjs';
import { say } from './say.mjs';

/** Brings node_modules to what package-lock.json names, if it is not there yet. */
export async function installDependencies(root) {
  const stamp = join(root, 'node_modules', '.carecurve-stamp');
  const lockFile = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockFile).digest('hex');
  const isDone = () => readText(stamp) === wanted;
  if (isDone()) return;
  mkdirSync(join(root, '.runtime'), { recursive: true });
  const onWait = (pid) => say(`等待另一个进程安装… Waiting for process ${pid}, which is installing …`);
  await withLock(
    join(root, '.runtime', 'install.lock'),
    async () => {
      if (isDone()) return;
      if (!isInstalled(root, JSON.parse(lockFile))) {
        say('正在安装依赖，可能需要几分钟… Installing what Carecurve needs; this may take some minutes …');
        await installLocked(root, '正在安装 still installing');
        say('安装完成 Installed.');
      }
      tryToWrite(stamp, wanted);
    },
    { onWait },
  );
}

/** npm keeps its own list of what it installed, written last: somebody may have run `npm ci` by hand. */
function isInstalled(root, lock) {
  const list = readText(join(root, 'node_modules', '.package-lock.json'));
  if (!list) return false;
  const { packages: installed } = JSON.parse(list);
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const there = existsSync(join(root, path)) ? installed[path] : undefined;
    return there ? there.version === wanted.version : wanted.optional === true || wanted.devOptional === true;
  });
}

function tryToWrite(stamp, wanted) {
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A read-only node_modules is looked through each time, which costs some milliseconds.
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
