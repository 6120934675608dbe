import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFor } from './database-for.ts';
import { ask, inScratchFolder, openConnection } from './scratch.fixture.ts';
import { startPostgres } from './start-postgres.ts';

const isRoot = process.getuid?.() === 0;

describe('the data folder', () => {
  it('is refused in plain words when it is a file', () =>
    inScratchFolder(async (folder) => {
      writeFileSync(join(folder, 'data'), '');

      await expect(startPostgres({ dataDir: join(folder, 'data') })).rejects.toMatchObject({
        problem: 'folder-unusable',
        message: expect.stringMatching(/is a file and not a folder/) as string,
      });
    }));

  it.skipIf(isRoot)('is refused in plain words when it may not be written', () =>
    inScratchFolder(async (folder) => {
      mkdirSync(join(folder, 'data'), { mode: 0o500 });

      await expect(startPostgres({ dataDir: join(folder, 'data') })).rejects.toMatchObject({
        problem: 'folder-unusable',
        message: expect.stringMatching(/may not read and write/) as string,
      });
    }),
  );

  it('is refused when another PostgreSQL made its database', () =>
    inScratchFolder(async (dataDir) => {
      await (await startPostgres({ dataDir })).stop();
      writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');

      await expect(startPostgres({ dataDir })).rejects.toMatchObject({
        problem: 'version-mismatch',
        message: expect.stringMatching(/PostgreSQL 17; .* PostgreSQL 18/) as string,
      });
    }));

  it('can be copied: the copy is a database of its own, and leaves the running original alone', () =>
    inScratchFolder((folder) =>
      inScratchFolder(async (copy) => {
        await (await startPostgres({ dataDir: folder })).stop();
        cpSync(folder, copy, { recursive: true });
        const original = await startPostgres({ dataDir: folder });
        const { client } = await openConnection(original.url);

        const twin = await startPostgres({ dataDir: copy });
        await twin.stop();

        expect(twin.url).not.toBe(original.url);
        expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
        await client.end();
        await original.stop();
      }),
    ));

  it.runIf(isRoot)('may lie behind closed doors, where the database user of root cannot pass', () =>
    inScratchFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const first = await startPostgres({ dataDir });
      await ask(first.url, 'create table kept as select 42 as answer');
      await first.stop();
      cpSync(dataDir, join(folder, 'copy'), { recursive: true, verbatimSymlinks: true });

      await expect(startPostgres({ dataDir: join(folder, 'copy') })).rejects.toMatchObject({
        problem: 'folder-copied',
      });
      rmSync(join(folder, 'copy'), { recursive: true });

      renameSync(dataDir, join(folder, 'moved'));
      const moved = await startPostgres({ dataDir: join(folder, 'moved') });
      expect(await ask(moved.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await moved.stop();
      renameSync(join(folder, 'moved'), dataDir);
    }),
  );
});

describe('a database of somebody else', () => {
  it('is taken as it is, and never ended', () =>
    inScratchFolder(async (dataDir) => {
      const postgres = await startPostgres({ dataDir });

      const theirs = await databaseFor({ dataDir: '/nowhere', databaseUrl: postgres.url });
      await theirs.stop();

      expect(theirs.url).toBe(postgres.url);
      expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await postgres.stop();
    }));

  it.each([
    {
      name: 'nobody listens',
      databaseUrl: 'postgres://clinic:secret@127.0.0.1:1/carecurve',
      says: /127\.0\.0\.1:1/,
    },
    { name: 'the address is none', databaseUrl: 'clinic:secret@db', says: /must look like postgres:/ },
    {
      name: 'it is not PostgreSQL',
      databaseUrl: 'mysql://clinic:secret@db/carecurve',
      says: /must look like/,
    },
  ])('is refused without telling its password when $name', async ({ databaseUrl, says }) => {
    const refusal = await databaseFor({ dataDir: '/nowhere', databaseUrl }).catch((error: unknown) => error);

    expect(refusal).toMatchObject({
      problem: 'cannot-connect',
      message: expect.stringMatching(says) as string,
    });
    expect(String(refusal)).not.toContain('secret');
  });
});
