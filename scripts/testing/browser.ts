import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly, say } from '#scripts/launch/say.mjs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A browser for the journeys, installed first where that is possible, or the reason why there is none. */
export async function findBrowser(): Promise<{ path: string } | { missing: string }> {
  const whyNot = existsSync('/etc/debian_version') ? await installDebianPackages() : undefined;
  const path = [...NAMES.flatMap(onPath), ...MAC].find((candidate) => existsSync(candidate));
  if (path) return { path };
  return { missing: whyNot ?? 'no Chromium or Chrome was found on this system' };
}

async function installDebianPackages(): Promise<string | undefined> {
  const missing = PACKAGES.filter((name) => !isInstalled(name));
  if (missing.length === 0) return undefined;
  const names = missing.join(' ');
  const may = asAdministrator();
  if (!may) {
    const why = `${names} not installed, and this user may not install it (apt-get install ${names})`;
    say(`${why}.`);
    return why;
  }
  say(`Installing ${names} for the browser tests (once; some minutes) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const words of [
    ['apt-get', ...wait, 'update'],
    ['apt-get', ...wait, 'install', '-y', '--no-install-recommends', ...missing],
  ]) {
    const [command = 'apt-get', ...args] = [...may, ...words];
    const { ok, output } = await runQuietly(command, args, { env, doing: `still installing ${names}` });
    if (ok) continue;
    say(output.trim().split('\n').slice(-5).join('\n'));
    return `${names} could not be installed (${words.join(' ')})`;
  }
  return undefined;
}

function isInstalled(name: string): boolean {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return asked.stdout?.endsWith('install ok installed') ?? false;
}

/** The words to put before a command so that it runs as root; undefined where this user may not. */
function asAdministrator(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

const onPath = (name: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
