import pg from 'pg';

export interface Column {
  table: string;
  name: string;
  type: string;
  notNull: boolean;
  fallback: string | null;
  isGenerated: boolean;
}

export interface SchemaText {
  /** docs/schema.sql: every table with its columns, promises, indexes, policies and rights. */
  sql: string;
  /** server/platform/database/tables.ts */
  tables: string;
  /** server/platform/database/tenant-tables.ts */
  tenantTables: string;
  columns: Column[];
}

/** Reads a migrated database's catalogue. Throws when a table does not say whether it is tenant, global or local. */
export async function describeSchema(url: string): Promise<SchemaText> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await rows<{ name: string; kind: string | null; rls: boolean }>(
      client,
      `select c.relname as name, obj_description(c.oid) as kind, c.relrowsecurity and c.relforcerowsecurity as rls
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const columns = await rows<Column>(
      client,
      `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as fallback,
         a.attgenerated <> '' as "isGenerated"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       order by 1, a.attnum`,
    );
    const promises = await rows<{ table: string; name: string; text: string }>(
      client,
      `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as text
       from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, contype desc, 2`,
    );
    const indexes = await rows<{ table: string; text: string }>(
      client,
      `select tablename as "table", indexdef as text from pg_indexes i where schemaname = 'public'
       and not exists (select from pg_constraint where conname = i.indexname) order by 1, 2`,
    );
    const policies = await rows<{ table: string; name: string; text: string }>(
      client,
      `select tablename as "table", policyname as name, qual as text from pg_policies where schemaname = 'public' order by 1, 2`,
    );
    const rights = await rows<{ table: string; text: string }>(
      client,
      `select table_name as "table", string_agg(lower(privilege_type), ', ' order by privilege_type) as text
       from information_schema.role_table_grants where grantee = 'carecurve_app' and table_schema = 'public' group by 1 order by 1`,
    );
    const functions = await rows<{ text: string }>(
      client,
      `select pg_get_functiondef(oid) as text from pg_proc p where pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
       order by proname`,
    );
    const extensions = await rows<{ text: string }>(
      client,
      `select format('create extension %s;', extname) as text from pg_extension where extname <> 'plpgsql' order by 1`,
    );
    for (const table of tables) {
      if (!['tenant', 'global', 'local'].includes(table.kind ?? ''))
        throw new Error(`${table.name} does not say its kind`);
      if ((table.kind === 'tenant') !== table.rls)
        throw new Error(`${table.name} is ${table.kind} but its row security says otherwise`);
    }
    return {
      columns,
      sql: [
        '-- The schema as migrated. Written by scripts/write-schema.ts; compared by the check.\n',
        ...extensions.map((row) => `${row.text}\n`),
        ...functions.map((row) => `${row.text.trim()};\n`),
        ...tables.map((table) => {
          const own = <T extends { table: string }>(all: T[]): T[] =>
            all.filter((row) => row.table === table.name);
          const body = [
            ...own(columns).map(
              (c) => `  ${c.name} ${c.type}${c.notNull ? ' not null' : ''}${fallbackOf(c)}`,
            ),
            ...own(promises).map((p) => `  constraint ${p.name} ${p.text}`),
          ];
          return [
            `-- ${table.kind}`,
            `create table ${table.name} (\n${body.join(',\n')}\n);`,
            ...own(indexes).map((index) => `${index.text};`),
            ...own(policies).map(
              (policy) => `create policy ${policy.name} on ${table.name} using (${policy.text});`,
            ),
            ...own(rights).map((right) => `grant ${right.text} on ${table.name} to carecurve_app;`),
            '',
          ].join('\n');
        }),
      ].join('\n'),
      tables: typescriptOf(tables, columns),
      tenantTables: [
        '// Written by scripts/write-schema.ts from the migrated schema.',
        'export const tenantTables: ReadonlySet<string> = new Set([',
        ...tables.filter((table) => table.kind === 'tenant').map((table) => `  '${table.name}',`),
        ']);',
        '',
      ].join('\n'),
    };
  } finally {
    await client.end();
  }
}

function fallbackOf({ fallback, isGenerated }: Column): string {
  if (!fallback) return '';
  return isGenerated ? ` generated always as (${fallback}) stored` : ` default ${fallback}`;
}

function typescriptOf(tables: { name: string }[], columns: Column[]): string {
  const lines = [
    '// Written by scripts/write-schema.ts from the migrated schema.',
    "import type { ColumnType, Generated } from 'kysely';",
    '',
    'type Json = ColumnType<unknown, string, string>;',
    '',
  ];
  const nameOf = (table: string): string =>
    table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  for (const table of tables) {
    lines.push(`export interface ${nameOf(table.name)} {`);
    for (const column of columns.filter((each) => each.table === table.name)) {
      const base = typeOf(column.type);
      const type = column.notNull ? base : `${base} | null`;
      lines.push(`  ${column.name}: ${column.fallback && base !== 'Json' ? `Generated<${type}>` : type};`);
    }
    lines.push('}', '');
  }
  lines.push(
    'export interface Tables {',
    ...tables.map((table) => `  ${table.name}: ${nameOf(table.name)};`),
    '}',
    '',
  );
  return lines.join('\n');
}

function typeOf(sqlType: string): string {
  if (sqlType.endsWith('[]')) return `${typeOf(sqlType.slice(0, -2))}[]`;
  if (['integer', 'bigint', 'smallint', 'numeric'].includes(sqlType)) return 'number';
  if (sqlType === 'boolean') return 'boolean';
  if (sqlType === 'jsonb') return 'Json';
  return 'string';
}

async function rows<T extends object>(client: pg.Client, sql: string): Promise<T[]> {
  return (await client.query<T>(sql)).rows;
}
