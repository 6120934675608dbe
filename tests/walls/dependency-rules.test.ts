import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dependencyBreaches, ruleNames } from '#scripts/check/dependency-rules.ts';
import type { Breach } from '#scripts/check/dependency-rules.ts';
import { aHouse, tearDown } from './a-house.ts';

const packages = {
  zod: 'runs',
  'temporal-polyfill': 'runs',
  kysely: 'runs',
  pg: 'runs',
  fastify: 'runs',
  react: 'runs',
  vitest: 'tries out',
  hucre: 'tries out',
} as const;

const sound: Record<string, string> = {
  'domain/base/time.ts': `export { Temporal } from 'temporal-polyfill';`,
  'domain/events.ts': `import type { Visit } from '#domain/visits/contract.ts'; export type Told = Visit;`,
  'domain/visits/contract.ts': `import { z } from 'zod'; export const Visit = z.object({}); export type Visit = object;`,
  'domain/visits/visit.test.ts': `import 'vitest'; import 'node:fs'; import './contract.ts';`,
  'server/main.ts': `import './app.ts'; import './worker.ts';`,
  'server/app.ts': `import './modules/customers/routes.ts'; import './modules/staff/routes.ts'; import './platform/http.ts';`,
  'server/worker.ts': `import './modules/visits/close-visit.ts';`,
  'server/platform/http.ts': `import 'fastify'; import './database/pool.ts';`,
  'server/platform/audit/list-audit.ts': `import '../database/pool.ts';`,
  'server/platform/audit/record-audit.ts': `import '../database/pool.ts';`,
  'server/platform/database/pool.ts': `import 'kysely'; import 'pg'; import type { Tables } from './tables.ts'; export type T = Tables;`,
  'server/platform/database/tables.ts': `import type { Generated } from 'kysely'; export type Tables = Generated;`,
  'server/modules/staff/routes.ts': `import '#server/platform/audit/list-audit.ts';`,
  'server/modules/customers/routes.ts': `import './get-customer.ts'; import '#domain/visits/contract.ts';`,
  'server/modules/customers/get-customer.ts': `import './store.ts'; import './list-store.ts'; import './present.ts'; import 'node:crypto';`,
  'server/modules/customers/get-customer.test.ts': `import 'kysely'; import '#tests/support/clinic.ts'; import '../exchange/import.ts';`,
  'server/modules/customers/present.ts': `export const shown = 1;`,
  'server/modules/customers/store.ts': `import 'kysely'; import type { Tables } from '#server/platform/database/tables.ts'; export type T = Tables;`,
  'server/modules/customers/list-store.ts': `import 'kysely';`,
  'server/modules/visits/close-visit.ts': `import '../customers/get-customer.ts'; import './store/open.ts'; import '#server/platform/audit/record-audit.ts';`,
  'server/modules/visits/store/open.ts': `import 'kysely';`,
  'server/modules/exchange/import.ts': `import '../visits/close-visit.ts';`,
  'web/main.tsx': `import './app/router.tsx';`,
  'web/app/router.tsx': `import '#web/pages/today-page.tsx';`,
  'web/pages/today-page.tsx': `import '#web/modules/visits/board.tsx'; import '#web/modules/customers/card.tsx';`,
  'web/modules/visits/board.tsx': `import 'react'; import '#web/ui/page.tsx'; import '#domain/visits/contract.ts'; import './row/row.tsx';`,
  'web/modules/visits/row/row.tsx': `import '../words.ts';`,
  'web/modules/visits/words.ts': `export const words = {};`,
  'web/modules/customers/card.tsx': `import '#web/ui/page.tsx';`,
  'web/ui/page.tsx': `import '#web/lib/http.ts';`,
  'web/lib/http.ts': `export const get = 1;`,
  'tests/support/clinic.ts': `import '#server/modules/customers/store.ts'; import 'pg';`,
};

// Each file stands in a sound house and does one thing that a rule refuses.
const breaches: { rule: string; path: string; text: string }[] = [
  {
    rule: 'no-circles',
    path: 'domain/knots/one.ts',
    text: `import type { B } from './two.ts'; export type A = B;`,
  },
  { rule: 'no-module-circles', path: 'domain/left', text: '' },
  { rule: 'no-module-circles', path: 'domain/right', text: '' },
  { rule: 'customer-page-is-small', path: 'web/customer/main.ts', text: `import 'react';` },
  { rule: 'customer-page-is-small', path: 'web/customer/send.ts', text: `import '#web/lib/http.ts';` },
  {
    rule: 'every-import-leads-somewhere',
    path: 'domain/base/lost.ts',
    text: `import '#domain/base/nowhere.ts';`,
  },
  {
    rule: 'domain-stands-on-itself',
    path: 'domain/base/asks.ts',
    text: `import '#server/platform/http.ts';`,
  },
  { rule: 'domain-stands-on-itself', path: 'domain/base/shows.ts', text: `import '../../web/lib/http.ts';` },
  { rule: 'domain-takes-only-shapes-and-time', path: 'domain/base/serves.ts', text: `import 'fastify';` },
  { rule: 'domain-takes-only-shapes-and-time', path: 'domain/base/reads.ts', text: `import 'node:fs';` },
  {
    rule: 'domain-takes-only-shapes-and-time',
    path: 'domain/base/types.ts',
    text: `import type { A } from 'react'; export type B = A;`,
  },
  {
    rule: 'towers-do-not-touch',
    path: 'web/lib/peeks.ts',
    text: `import type { T } from '#server/platform/database/pool.ts'; export type P = T;`,
  },
  { rule: 'towers-do-not-touch', path: 'server/platform/paints.ts', text: `import '#web/ui/page.tsx';` },
  { rule: 'web-is-a-browser', path: 'web/lib/disk.ts', text: `import 'node:fs';` },
  {
    rule: 'platform-knows-no-module',
    path: 'server/platform/knows.ts',
    text: `import '../modules/customers/get-customer.ts';`,
  },
  {
    rule: 'platform-knows-no-module',
    path: 'server/platform/http/starts.ts',
    text: `import '#server/app.ts';`,
  },
  {
    rule: 'modules-know-no-main',
    path: 'server/modules/customers/settle-all.ts',
    text: `import '../../worker.ts';`,
  },
  {
    rule: 'modules-never-call-up',
    path: 'server/modules/visits/plan-calls.ts',
    text: `import '../followups/plan-visit.ts';`,
  },
  {
    rule: 'modules-never-call-up',
    path: 'server/modules/staff/import-staff.ts',
    text: `import type { A } from '#server/modules/exchange/import.ts'; export type B = A;`,
  },
  {
    rule: 'every-module-has-a-floor',
    path: 'server/modules/lottery/draw-winner.ts',
    text: `import '../customers/get-customer.ts';`,
  },
  {
    rule: 'modules-enter-by-verbs',
    path: 'server/modules/visits/find-names.ts',
    text: `import '../customers/store.ts';`,
  },
  {
    rule: 'modules-enter-by-verbs',
    path: 'server/modules/visits/list-names.ts',
    text: `import '../customers/list-store.ts';`,
  },
  {
    rule: 'modules-enter-by-verbs',
    path: 'server/modules/visits/show-names.ts',
    text: `import '../customers/present.ts';`,
  },
  {
    rule: 'modules-enter-by-verbs',
    path: 'server/modules/visits/route-names.ts',
    text: `import '#server/modules/customers/routes.ts';`,
  },
  {
    rule: 'modules-enter-by-verbs',
    path: 'server/modules/exchange/export-visits.ts',
    text: `import '../visits/store/open.ts';`,
  },
  {
    rule: 'house-enters-by-verbs',
    path: 'server/reactions.ts',
    text: `import './modules/customers/store.ts';`,
  },
  {
    rule: 'sql-lives-in-stores',
    path: 'server/modules/customers/count-customers.ts',
    text: `import { sql } from 'kysely'; export const s = sql;`,
  },
  {
    rule: 'sql-lives-in-stores',
    path: 'server/modules/customers/type-customers.ts',
    text: `import type { Tables } from '#server/platform/database/tables.ts'; export type T = Tables;`,
  },
  { rule: 'sql-lives-in-stores', path: 'server/house.ts', text: `import 'pg';` },
  {
    rule: 'domain-and-web-have-no-database',
    path: 'web/lib/rows.ts',
    text: `import type { Selectable } from 'kysely'; export type R = Selectable;`,
  },
  {
    rule: 'routes-and-jobs-are-thin',
    path: 'server/modules/visits/routes.ts',
    text: `import './store/open.ts';`,
  },
  {
    rule: 'routes-and-jobs-are-thin',
    path: 'server/modules/visits/jobs.ts',
    text: `import '#server/platform/audit/record-audit.ts';`,
  },
  {
    rule: 'web-modules-are-strangers',
    path: 'web/modules/customers/visits-of.tsx',
    text: `import '../visits/board.tsx';`,
  },
  { rule: 'web-runs-downhill', path: 'web/lib/draws.ts', text: `import '#web/ui/page.tsx';` },
  { rule: 'web-runs-downhill', path: 'web/ui/board.tsx', text: `import '#web/modules/visits/board.tsx';` },
  {
    rule: 'web-runs-downhill',
    path: 'web/modules/visits/opens.tsx',
    text: `import '#web/pages/today-page.tsx';`,
  },
  { rule: 'web-runs-downhill', path: 'web/pages/moves-page.tsx', text: `import '#web/app/router.tsx';` },
  { rule: 'no-barrels', path: 'domain/visits/uses.ts', text: `import './all/index.ts';` },
  {
    rule: 'product-knows-no-tests',
    path: 'server/modules/customers/seed-customers.ts',
    text: `import '#tests/support/clinic.ts';`,
  },
  { rule: 'product-knows-no-tests', path: 'server/platform/checks.ts', text: `import '#scripts/check.ts';` },
  { rule: 'product-ships-what-it-needs', path: 'server/platform/sheets.ts', text: `import 'hucre';` },
];

// What the breaches above lean on, and no breach themselves.
const besides: Record<string, string> = {
  'domain/knots/two.ts': `import type { A } from './one.ts'; export type B = A;`,
  'domain/left/a.ts': `import '../right/b.ts';`,
  'domain/left/d.ts': '',
  'domain/right/b.ts': '',
  'domain/right/c.ts': `import '../left/d.ts';`,
  'domain/visits/all/index.ts': '',
  'server/modules/followups/plan-visit.ts': '',
  'scripts/check.ts': '',
};

const roots: string[] = [];

async function breachesIn(files: Record<string, string>): Promise<Breach[]> {
  const root = aHouse(files, packages);
  roots.push(root);
  return dependencyBreaches(root);
}

afterAll(() => roots.forEach(tearDown));

describe('the walls between the rooms', () => {
  let found: Breach[];

  beforeAll(async () => {
    const guilty = breaches.filter(({ text }) => text).map(({ path, text }) => [path, text]);
    found = await breachesIn({ ...sound, ...besides, ...Object.fromEntries(guilty) });
  });

  it.each(breaches)('$rule refuses $path', ({ rule, path }) => {
    expect(found.filter(({ from }) => from === path).map((breach) => breach.rule)).toContain(rule);
  });

  it('refuse nothing in a sound house', async () => {
    expect(await breachesIn(sound)).toEqual([]);
  });

  it('have each been seen to refuse', () => {
    expect(new Set(breaches.map(({ rule }) => rule))).toEqual(ruleNames);
  });
});
