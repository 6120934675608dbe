import { writeFile } from 'node:fs/promises';
import { describeSchema } from './schema/describe-schema.ts';
import { onScratchDatabase } from './schema/scratch-database.ts';

// Writes docs/schema.sql, the typed tables and the list of tenant tables from the schema as migrated.
await onScratchDatabase(async (url) => {
  const schema = await describeSchema(url);
  await writeFile('docs/schema.sql', schema.sql);
  await writeFile('server/platform/database/tables.ts', schema.tables);
  await writeFile('server/platform/database/tenant-tables.ts', schema.tenantTables);
});
