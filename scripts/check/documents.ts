import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Check } from './check.ts';
import { placesOf, textsOf } from './files.ts';
import type { TextFile } from './files.ts';

const ROOMS = /^(domain|server|web|tests|scripts|docs|migrations|[.]ci)\//;
const ROOT_FILE = /^[\w.-]+[.](md|cjs|json|config[.][jt]s)$/;
const OF_A_MACHINE = /(?<![\w.~-])\/(root|home|Users)\/\w+/;
const OF_A_REGISTRY = /\bregistry[.][\w-]+[.]\w+|\bnpm(mirror|registry)[.]\w+/;

/** What the documents name is there, and nothing names the machine or the registry it was made with. */
export const documentsCheck: Check = {
  name: 'documents',
  run(root) {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const texts = textsOf(root);
    const documents = texts.filter(({ path }) => path.endsWith('.md'));
    return {
      problems: [
        ...documents.flatMap((document) => missingPaths(document, (path) => existsSync(join(root, path)))),
        ...documents.flatMap((document) => missingCommands(document, Object.keys(scripts))),
        ...texts
          .flatMap((file) => placesOf(file, OF_A_MACHINE))
          .map((place) => `${place}  is a path of one machine`),
        ...texts
          .flatMap((file) => placesOf(file, OF_A_REGISTRY))
          .map((place) => `${place}  is a registry's host`),
      ],
    };
  },
};

/** Paths in backticks and links that lead nowhere; of one with a star, the part before it counts. */
export function missingPaths({ path, text }: TextFile, exists: (path: string) => boolean): string[] {
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((word) => ROOMS.test(word) || ROOT_FILE.test(word))
    .map((word) => word.replace(/([*{<…]|NNNN).*$/, '').replace(/(:\d+|#\w+)$/, ''));
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(path), target)));
  return [...new Set([...named, ...linked])]
    .filter((target) => !exists(target))
    .map((target) => `${path}  names ${target}, which is not there`);
}

export function missingCommands({ path, text }: TextFile, scripts: string[]): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)]
    .map((match) => match[1] ?? '')
    .filter((command) => !scripts.includes(command))
    .map((command) => `${path}  says npm run ${command}, which is not in package.json`);
}
