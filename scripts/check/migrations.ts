import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '#server/platform/database/migrate.ts';
import type { Check } from './check.ts';

export const ledger = 'migrations/released.sha256';

/** Numbers in order, names that say the intent, and none edited or removed since it was released. */
export const migrationsCheck: Check = {
  name: 'migrations',
  async run(root) {
    const folder = join(root, 'migrations');
    try {
      const migrations = await readMigrations(folder);
      const files = new Map(
        migrations.map(({ number, name, sql }) => [`${String(number).padStart(4, '0')}_${name}.sql`, sql]),
      );
      return { problems: editedSinceRelease(readFileSync(join(root, ledger), 'utf8'), files) };
    } catch (error) {
      return { problems: [(error as Error).message] };
    }
  },
};

/** `released` is written as sha256sum writes it, so that sha256sum --check can read it too. */
export function editedSinceRelease(released: string, files: ReadonlyMap<string, string>): string[] {
  return released
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [sum, name = ''] = line.split(/\s+[*]?/);
      const sql = files.get(name);
      if (sql === undefined) return [`${name} was released and is gone`];
      const now = createHash('sha256').update(sql).digest('hex');
      return now === sum ? [] : [`${name} was released and is edited; write a new migration instead`];
    });
}
