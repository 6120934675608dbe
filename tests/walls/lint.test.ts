import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, tearDown } from './a-house.ts';

const timeless = 'Be told the time.';
const inStores = 'Queries stand in the store of their module.';
const inDates = 'Dates get their words in web/lib/dates.ts.';
const asText = 'Let React write the text.';
const byName = 'Export it by its name.';

// Each file does one thing that lint refuses; `says` is the rule, or the words of a rule that has many.
const breaches: { says: string; path: string; text: string }[] = [
  { says: timeless, path: 'domain/base/now.ts', text: `export const a = Date.now();` },
  { says: timeless, path: 'domain/base/today.ts', text: `export const a = new Date();` },
  { says: timeless, path: 'domain/base/day.ts', text: `export const a = Date();` },
  { says: timeless, path: 'server/modules/visits/close-visit.ts', text: `export const a = new Date();` },
  {
    says: timeless,
    path: 'server/modules/visits/open-visit.ts',
    text: `import { Temporal } from 'temporal-polyfill'; export const a = Temporal.Now.instant();`,
  },
  { says: timeless, path: 'server/modules/visits/store.ts', text: `export const a = performance.now();` },
  { says: 'Be told the dice.', path: 'domain/base/chance.ts', text: `export const a = Math.random();` },
  { says: inDates, path: 'web/ui/date-cell.tsx', text: `export const a = new Intl.DateTimeFormat('en');` },
  { says: inDates, path: 'web/ui/pickers.tsx', text: `import dayjs from 'dayjs'; export const a = dayjs;` },
  {
    says: 'web/lib/numbers.ts',
    path: 'web/ui/stat.tsx',
    text: `export const a = (b: Date) => b.toLocaleDateString();`,
  },
  {
    says: inStores,
    path: 'server/modules/visits/list.ts',
    text: `export const a = (db: { selectFrom(t: string): void }) => db.selectFrom('visits');`,
  },
  {
    says: inStores,
    path: 'server/modules/visits/raw.ts',
    text: `declare const sql: (s: TemplateStringsArray) => void; sql\`select 1\`;`,
  },
  {
    says: 'Ask server/platform/arguments.ts.',
    path: 'server/modules/visits/config.ts',
    text: `export const a = process.env['A'];`,
  },
  {
    says: 'Ask server/platform/arguments.ts.',
    path: 'server/platform/http/port.ts',
    text: `import { env } from 'node:process'; export const a = env;`,
  },
  {
    says: 'Ask server/platform/arguments.ts.',
    path: 'server/main.ts',
    text: `export const a = process.env.PORT;`,
  },
  { says: byName, path: 'web/pages/today-page.tsx', text: `export default function TodayPage() {}` },
  { says: byName, path: 'server/app.ts', text: `const a = 1; export { a as default };` },
  { says: 'A union of strings', path: 'domain/staff/role.ts', text: `export enum Role { Owner }` },
  {
    says: asText,
    path: 'web/ui/html.tsx',
    text: `export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;`,
  },
  {
    says: asText,
    path: 'web/ui/props.tsx',
    text: `export const a = { dangerouslySetInnerHTML: { __html: '' } };`,
  },
  {
    says: asText,
    path: 'web/lib/inner.ts',
    text: `export const a = (e: { innerHTML: string }) => { e.innerHTML = ''; };`,
  },
  {
    says: 'web/ui/select.tsx',
    path: 'web/ui/chooses.tsx',
    text: `import { Select } from 'antd'; export const a = Select;`,
  },
  {
    says: 'web/ui/use-clear.tsx',
    path: 'web/ui/types.tsx',
    text: `import { Input } from 'antd'; export const A = () => <Input allowClear />;`,
  },
  { says: 'no-eval', path: 'web/lib/runs.ts', text: `export const a = eval('1');` },
  {
    says: 'no-new-func',
    path: 'server/platform/makes.ts',
    text: `export const a = new Function('return 1');`,
  },
  { says: 'no-implied-eval', path: 'server/platform/later.ts', text: `setTimeout('1', 1);` },
  {
    says: 'no-restricted-imports',
    path: 'web/lib/asks.ts',
    text: `import axios from 'axios'; export const a = axios;`,
  },
  {
    says: 'no-restricted-imports',
    path: 'scripts/reads.ts',
    text: `import * as xlsx from 'xlsx'; export const a = xlsx;`,
  },
  {
    says: 'no-restricted-imports',
    path: 'server/modules/visits/start.ts',
    text: `import { spawn } from 'node:child_process'; export const a = spawn;`,
  },
  {
    says: 'no-restricted-imports',
    path: 'server/platform/http/start.ts',
    text: `import { exec } from 'child_process'; export const a = exec;`,
  },
  { says: 'no-console', path: 'domain/base/speaks.ts', text: `console.log('a');` },
  { says: 'no-console', path: 'server/modules/visits/speaks.ts', text: `console.error('a');` },
  { says: 'no-console', path: 'web/lib/speaks.ts', text: `console.warn('a');` },
  {
    says: '@typescript-eslint/no-explicit-any',
    path: 'domain/base/any.ts',
    text: `export const a = (b: any) => b;`,
  },
  {
    says: '@typescript-eslint/ban-ts-comment',
    path: 'domain/base/ignores.ts',
    text: `// @ts-ignore because\nexport const a = 1;`,
  },
  {
    says: '@typescript-eslint/ban-ts-comment',
    path: 'domain/base/expects.ts',
    text: `// @ts-expect-error\nexport const a: string = 1;`,
  },
  {
    says: '@typescript-eslint/consistent-type-imports',
    path: 'domain/base/takes.ts',
    text: `import { Any } from './any.ts'; export type A = Any;`,
  },
  {
    says: '@typescript-eslint/no-floating-promises',
    path: 'server/modules/visits/forget.ts',
    text: `const a = async () => {}; a();`,
  },
  {
    says: '@typescript-eslint/no-misused-promises',
    path: 'server/modules/visits/ask.ts',
    text: `const a = async () => true; if (a()) throw new Error();`,
  },
  {
    says: '@typescript-eslint/switch-exhaustiveness-check',
    path: 'domain/base/choose.ts',
    text: `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; } return 2; };`,
  },
  {
    says: 'house/directive-has-reason',
    path: 'server/platform/quiet.ts',
    text: `// eslint-disable-next-line no-console\nconsole.log('a');`,
  },
  {
    says: 'Unused eslint-disable directive',
    path: 'server/platform/stale.ts',
    text: `// eslint-disable-next-line no-console -- it was loud once\nexport const a = 1;`,
  },
  {
    says: 'react-hooks/rules-of-hooks',
    path: 'web/ui/sometimes.tsx',
    text: `import { useState } from 'react';\nexport function A({ b }: { b: boolean }) { if (b) useState(0); return null; }`,
  },
  {
    says: 'react-hooks/exhaustive-deps',
    path: 'web/ui/effect.tsx',
    text: `import { useEffect } from 'react';\nexport function A({ b }: { b: number }) { useEffect(() => { b.toFixed(); }, []); return null; }`,
  },
];

const sound: Record<string, string> = {
  'domain/base/time.ts': `export const at = (text: string) => new Date(text);`,
  'web/lib/dates.ts': `import dayjs from 'dayjs'; export const a = [dayjs, new Intl.DateTimeFormat('en')];`,
  'web/ui/select.tsx': `import { Select } from 'antd'; export const a = Select;`,
  'web/ui/picker-types.ts': `import type { Dayjs } from 'dayjs'; export type A = Dayjs;`,
  'server/modules/visits/list-store.ts': `export const a = (db: { selectFrom(t: string): void }) => db.selectFrom('visits');`,
  'server/platform/clock.ts': `export const now = () => Date.now();`,
  'server/platform/arguments.ts': `export const a = process.env['DATABASE_URL'];`,
  'server/platform/postgres/cluster.ts': `import { spawn } from 'node:child_process'; export const a = spawn;`,
  'server/platform/loud.ts': `// eslint-disable-next-line no-console -- nobody else hears it\nconsole.log('a');`,
  'server/platform/clear.ts': `// Nobody else hears it.\n// eslint-disable-next-line no-console\nconsole.log('a');`,
  'server/modules/visits/list.test.ts': `console.log(process.env['TZ'], new Date());`,
  'scripts/check.ts': `import { spawn } from 'node:child_process'; console.log(spawn, process.env);`,
  'tests/support/test-database-setup.ts': `export default function setup() {}`,
  'a.config.ts': `export default {};`,
};

const tsconfig = (room: string) =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2024',
      lib: ['ES2024', ...(room === 'web' ? ['DOM'] : [])],
      module: 'NodeNext',
      strict: true,
      jsx: 'preserve',
      types: [],
      noEmit: true,
      allowImportingTsExtensions: true,
    },
    include: room === 'web' ? ['.'] : ['..'],
    exclude: room === 'web' ? [] : ['../web'],
  });

describe('lint', () => {
  let root: string;
  let said: Map<string, string[]>;

  beforeAll(async () => {
    root = aHouse(
      {
        ...sound,
        ...Object.fromEntries(breaches.map(({ path, text }) => [path, text])),
        'server/tsconfig.json': tsconfig('server'),
        'web/tsconfig.json': tsconfig('web'),
      },
      {},
    );
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: fileURLToPath(new URL('../../eslint.config.js', import.meta.url)),
      overrideConfig: {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parserOptions: { tsconfigRootDir: root } },
      },
    });
    const results = await eslint.lintFiles(['.']);
    said = new Map(
      results.map(({ filePath, messages }) => [
        filePath.slice(root.length + 1),
        messages.map(({ ruleId, message }) => `${ruleId ?? ''}: ${message}`),
      ]),
    );
  });
  afterAll(() => tearDown(root));

  it.each(breaches)('refuses $path ($says)', ({ says, path }) => {
    expect(said.get(path)).toContainEqual(expect.stringContaining(says));
  });

  it.each(Object.keys(sound))('lets %s be', (path) => {
    expect(said.get(path)).toEqual([]);
  });
});
