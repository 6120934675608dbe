import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';

interface LockFile {
  packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Every package is pinned by version and content, and by no address: each machine asks its own registry. */
export const lockFileCheck: Check = {
  name: 'lock-file',
  run(root) {
    const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
    return {
      problems: [
        ...addressesIn(read('package-lock.json') as LockFile),
        ...unpinned(read('package.json') as Manifest),
      ],
    };
  },
};

export function addressesIn({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([name, { link }]) => name !== '' && !link)
    .flatMap(([name, { resolved, integrity }]) => [
      ...(resolved ? [`package-lock.json  ${name} has an address`] : []),
      ...(integrity ? [] : [`package-lock.json  ${name} has no checksum`]),
    ]);
}

export function unpinned({ dependencies, devDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+[.]\d+[.]\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json  ${name} is not pinned to one version (${version})`);
}
