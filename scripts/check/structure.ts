import { basename } from 'node:path';
import { filesOf, textsOf } from './files.ts';
import type { Check, Finding } from './check.ts';
import { verbs } from './verbs.ts';

// A module of the server is verbs, its doors and its SQL. What else stands there has a reason.
const NOUNS: Record<string, string> = {
  'customers/phone': 'one spelling of a phone number; needs a library that domain does not take',
  'customers/pinyin': 'how a name is found by its sound; needs a library that domain does not take',
  'exchange/chunks': 'how many rows go to the database at a time',
  'staff/api-keys': 'make, list and revoke: three verbs of a few lines on one thing',
  'staff/gate': 'who is at the door; the server asks it before every route',
  'staff/passwords': 'argon2id, which domain does not take',
  'staff/sign-in-failures': 'refuse, count and forget: three verbs of a few lines on one counter',
  'staff/trial-clock': 'read and set: two verbs of a few lines on one row',
};
const DOORS = new Set(['routes', 'jobs', 'present', 'store']);
const FOLDERS = new Set(['store', 'channels']);

// Words that say nothing. If no better one comes, the thing is two things.
const REFUSED =
  /^(utils?|helpers?|common|misc|managers?|internal|types|index|data|info|handle|handlers?|process)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9-]+)*$/;
const SPELT_BY_TOOLS = /^(README|CONTRIBUTING|CHANGELOG|SECURITY|LICENSE|NOTICE|Dockerfile)([.]|$)|^[.]/;

const LOOK_AGAIN: { where: RegExp; lines: number }[] = [
  { where: /^server\/modules\/.*\/(store|.*-store)[.]ts$/, lines: 200 },
  { where: /^server\/modules\/.*\/(routes|jobs)[.]ts$/, lines: 120 },
  { where: /^server\/modules\/.*(?<![.]test)[.]ts$/, lines: 120 },
  { where: /^web\/.*(?<![.]test)[.]tsx$/, lines: 200 },
  { where: /[.](ts|tsx|mjs)$/, lines: 250 },
];
const WRITTEN_BY_SCRIPTS = ['server/platform/database/tables.ts'];

export const structureCheck: Check = {
  name: 'structure',
  run(root): Finding {
    const files = filesOf(root);
    return {
      problems: [...namesRefused(files), ...strangersInModules(files)],
      notes: longFiles(root),
    };
  },
};

export function namesRefused(files: string[]): string[] {
  return files.flatMap((path) => {
    const name = basename(path);
    if (path.startsWith('migrations/') || SPELT_BY_TOOLS.test(name)) return [];
    if (path.split('/').some((part) => REFUSED.test(part.split('.')[0] ?? '')) && path !== 'web/index.html')
      return [`${path}  has a name that says nothing`];
    return KEBAB.test(name) ? [] : [`${path}  is not kebab-case`];
  });
}

/** What stands in server/modules and is not a door, a store, a verb or a noun with a reason. */
export function strangersInModules(files: string[]): string[] {
  return files.flatMap((path) => {
    const [module, ...rest] = /^server\/modules\/(.+)$/.exec(path)?.[1]?.split('/') ?? [];
    if (!module) return [];
    if (rest.length === 0) return [`${path}  belongs to no module`];
    if (rest.length > 2 || (rest.length === 2 && !FOLDERS.has(rest[0] ?? '')))
      return [`${path}  lies in a folder that modules do not have (${[...FOLDERS].join(', ')})`];
    if (rest.length === 2) return [];
    if (rest[0]?.endsWith('.fixture.ts')) return [];
    const stem = (rest[0] ?? '').replace(/([.]test)?[.]ts$/, '');
    const [verb = '', noun] = stem.split('-');
    const isVerb = verbs.has(verb) && noun !== undefined;
    const known = DOORS.has(stem) || stem.endsWith('-store') || isVerb || `${module}/${stem}` in NOUNS;
    return known ? [] : [`${path}  is no door, no store and no verb-noun`];
  });
}

function longFiles(root: string): string[] {
  return textsOf(root).flatMap(({ path, text }) => {
    if (WRITTEN_BY_SCRIPTS.includes(path) || /[.](test|spec)[.]tsx?$|words[.]ts$/.test(path)) return [];
    const lines = text.split('\n').length - 1;
    const limit = LOOK_AGAIN.find(({ where }) => where.test(path))?.lines ?? Infinity;
    return lines > limit ? [`${path}  has ${lines} lines; look again over ${limit}`] : [];
  });
}
