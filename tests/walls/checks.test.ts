import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { missingCommands, missingPaths } from '#scripts/check/documents.ts';
import { addressesIn, unpinned } from '#scripts/check/lock-file.ts';
import { editedSinceRelease } from '#scripts/check/migrations.ts';
import { unclassified } from '#scripts/check/schema.ts';
import { namesRefused, strangersInModules } from '#scripts/check/structure.ts';
import { classOf } from '#domain/privacy/columns.ts';

describe('a name', () => {
  it.each([
    'domain/base/calendarDate.ts',
    'web/ui/TaskBoard.tsx',
    'web/lib/utils.ts',
    'domain/types.ts',
    'server/platform/helpers/http.ts',
    'domain/index.ts',
    'web/modules/common/a-thing.css',
  ])('%s is refused', (path) => {
    expect(namesRefused([path])).toHaveLength(1);
  });

  it.each([
    'web/ui/data-table.tsx',
    'README.zh-CN.md',
    'migrations/0001_ground.sql',
    'domain/base/time.test.ts',
    '.ci/run',
  ])('%s is good', (path) => {
    expect(namesRefused([path])).toEqual([]);
  });
});

describe('a module of the server', () => {
  it.each([
    'server/modules/visits/visit.ts',
    'server/modules/visits/visit-rules.ts',
    'server/modules/loose.ts',
    'server/modules/visits/rules/close-visit.ts',
    'server/modules/visits/store/deeper/list.ts',
  ])('has no place for %s', (path) => {
    expect(strangersInModules([path])).toHaveLength(1);
  });

  it.each([
    'server/modules/visits/close-visit.ts',
    'server/modules/visits/close-visit.test.ts',
    'server/modules/visits/routes.ts',
    'server/modules/visits/list-store.ts',
    'server/modules/visits/store/list.ts',
    'server/modules/staff/passwords.ts',
    'server/platform/ids.ts',
  ])('has a place for %s', (path) => {
    expect(strangersInModules([path])).toEqual([]);
  });
});

describe('a released migration', () => {
  const sum = (sql: string): string => createHash('sha256').update(sql).digest('hex');
  const released = `# as released\n${sum('create table a ();')}  0001_a.sql\n`;

  it('stays as it is', () => {
    const files = new Map([
      ['0001_a.sql', 'create table a ();'],
      ['0002_b.sql', 'not yet released'],
    ]);

    expect(editedSinceRelease(released, files)).toEqual([]);
  });

  it('is not edited', () => {
    expect(editedSinceRelease(released, new Map([['0001_a.sql', 'create table a (b int);']]))).toHaveLength(
      1,
    );
  });

  it('is not removed', () => {
    expect(editedSinceRelease(released, new Map())).toHaveLength(1);
  });
});

describe('a column', () => {
  const present = [{ table: 'customers', name: 'phone' }];

  it('has a class', () => {
    expect(unclassified(present, { customers: { personal: ['phone'] } })).toEqual([]);
  });

  it.each([
    { name: 'without a class', registry: {} },
    { name: 'with two', registry: { customers: { personal: ['phone'], public: ['phone'] } } },
    { name: 'that is gone', registry: { customers: { personal: ['phone', 'fax'] } } },
  ])('$name is refused', ({ registry }) => {
    expect(unclassified(present, registry)).toHaveLength(1);
  });

  it('can be asked for its class', () => {
    expect(classOf('customers', 'phone')).toBe('personal');
    expect(classOf('sessions', 'token_hash')).toBe('secret');
    expect(classOf('customers', 'fax')).toBeUndefined();
  });
});

describe('a document', () => {
  const exists = (path: string): boolean =>
    ['domain/base/time.ts', 'server/modules/', 'docs/glossary.md'].includes(path);
  const says = (text: string) => missingPaths({ path: 'docs/architecture.md', text }, exists);

  it('names what is there', () => {
    expect(
      says(
        'See `domain/base/time.ts`, `server/modules/*/routes.ts`, `store.ts` and [words](glossary.md#who).',
      ),
    ).toEqual([]);
  });

  it.each(['`domain/base/tome.ts`', '`vitest.missing.config.ts`', '[words](words.md)'])(
    'cannot name %s',
    (text) => {
      expect(says(text)).toHaveLength(1);
    },
  );

  it('knows only commands that exist', () => {
    const document = { path: 'README.md', text: 'npm run check, npm run fly' };

    expect(missingCommands(document, ['check'])).toEqual([
      'README.md  says npm run fly, which is not in package.json',
    ]);
  });
});

describe('the lock file', () => {
  it.each([
    { name: 'an address', entry: { integrity: 'sha512-a', resolved: 'https://packages.example/a.tgz' } },
    { name: 'no checksum', entry: {} },
  ])('is refused with $name', ({ entry }) => {
    expect(addressesIn({ packages: { '': {}, 'node_modules/a': entry } })).toHaveLength(1);
  });

  it('is good with checksums only', () => {
    expect(addressesIn({ packages: { '': {}, 'node_modules/a': { integrity: 'sha512-a' } } })).toEqual([]);
  });

  it.each(['^1.0.0', '~1.0.0', 'latest', '1.x'])('wants one version, not %s', (version) => {
    expect(unpinned({ dependencies: { a: version, b: '18.4.0-beta.17' } })).toHaveLength(1);
  });
});
