import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'test-output', '.runtime', '.git']);
const TEXT =
  /[.](ts|tsx|mts|js|mjs|cjs|json|md|sql|css|html|svg|yaml|yml|sh|txt|csv|sha256)$|(^|\/)([^./]+|[.]\w+)$/;

/** Every file of the project, by its path from the root. */
export function filesOf(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesOf(root, path) : [path];
    })
    .sort();
}

export interface TextFile {
  path: string;
  text: string;
}

export function textsOf(root: string): TextFile[] {
  return filesOf(root)
    .filter((path) => TEXT.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** "path:line  what was found", for every place where the pattern is met. */
export function placesOf({ path, text }: TextFile, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found ? [`${path}:${index + 1}  ${found[0].trim()}`] : [];
  });
}
