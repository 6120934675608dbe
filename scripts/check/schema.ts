import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { columns, privacyClasses } from '#domain/privacy/columns.ts';
import { describeSchema } from '../schema/describe-schema.ts';
import type { Column, SchemaText } from '../schema/describe-schema.ts';
import { onScratchDatabase } from '../schema/scratch-database.ts';
import type { Check } from './check.ts';

let described: Promise<SchemaText> | undefined;

/** The schema of a database migrated just now; both checks read the same one. */
const migratedSchema = (): Promise<SchemaText> => (described ??= onScratchDatabase(describeSchema));

/** What scripts/write-schema.ts writes is what the migrations make. */
export const schemaCheck: Check = {
  name: 'schema',
  async run(root) {
    const schema = await migratedSchema();
    const written: [string, string][] = [
      ['docs/schema.sql', schema.sql],
      ['server/platform/database/tables.ts', schema.tables],
      ['server/platform/database/tenant-tables.ts', schema.tenantTables],
    ];
    const problems: string[] = [];
    for (const [path, wanted] of written) {
      const text = await readFile(join(root, path), 'utf8');
      if (text !== wanted)
        problems.push(`${path}  is not the migrated schema; run node scripts/write-schema.ts`);
    }
    return { problems };
  },
};

/** Every column has a privacy class. */
export const privacyCheck: Check = {
  name: 'privacy',
  run: async () => ({ problems: unclassified((await migratedSchema()).columns, columns) }),
};

type Registry = Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;

/** Columns without a class, with two, and classes of columns that are not there. */
export function unclassified(present: Pick<Column, 'table' | 'name'>[], registry: Registry): string[] {
  const classes = new Map<string, string[]>();
  for (const [table, byClass] of Object.entries(registry)) {
    for (const privacyClass of privacyClasses) {
      for (const column of byClass[privacyClass] ?? []) {
        const name = `${table}.${column}`;
        classes.set(name, [...(classes.get(name) ?? []), privacyClass]);
      }
    }
  }
  const there = new Set(present.map(({ table, name }) => `${table}.${name}`));
  return [
    ...[...there]
      .filter((name) => !classes.has(name))
      .map((name) => `${name}  has no class in domain/privacy/columns.ts`),
    ...[...classes]
      .filter(([, of]) => of.length > 1)
      .map(([name, of]) => `${name}  has ${of.length} classes: ${of.join(', ')}`),
    ...[...classes.keys()]
      .filter((name) => !there.has(name))
      .map((name) => `${name}  has a class, but is no column`),
  ];
}
