import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files, and packages that hold nothing. */
export function aHouse(
  files: Record<string, string>,
  packages: Record<string, 'runs' | 'tries out'>,
): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'carecurve-walls-')));
  const named = (kind: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(packages)
        .filter(([, is]) => is === kind)
        .map(([name]) => [name, '1.0.0']),
    );
  const everything: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'house',
      type: 'module',
      imports: Object.fromEntries(
        ['domain', 'server', 'web', 'tests', 'scripts'].map((room) => [`#${room}/*`, `./${room}/*`]),
      ),
      dependencies: named('runs'),
      devDependencies: named('tries out'),
    }),
    ...Object.fromEntries(
      Object.keys(packages).flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
        [`node_modules/${name}/index.js`, ''],
      ]),
    ),
    ...files,
  };
  for (const [path, text] of Object.entries(everything)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export const tearDown = (root: string): void => rmSync(root, { recursive: true, force: true });
