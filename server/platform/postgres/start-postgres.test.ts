import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOf } from './answers.ts';
import { processesOf } from './processes.ts';
import {
  anotherNodeHolding,
  ask,
  inScratchFolder,
  kill,
  openConnection,
  postmasterOf,
  recordOf,
  until,
} from './scratch.fixture.ts';
import { startPostgres } from './start-postgres.ts';

describe('the embedded database', () => {
  it('starts in an empty folder, safe and with Chinese letters', () =>
    inScratchFolder(async (dataDir) => {
      const postgres = await startPostgres({ dataDir });
      const settings = await ask<{ name: string; setting: string }>(
        postgres.url,
        `select name, setting from pg_settings
         where name in ('data_checksums', 'fsync', 'synchronous_commit', 'listen_addresses')`,
      );
      const letters = await ask(
        postgres.url,
        `select '张' ~ '^[[:alpha:]]$' as "isLetter", '张' < '赵' as "inOrder"`,
      );
      await postgres.stop();

      expect(postgres.adopted).toBe(false);
      expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
        data_checksums: 'on',
        fsync: 'on',
        synchronous_commit: 'on',
        listen_addresses: '127.0.0.1',
      });
      expect(letters).toEqual([{ isLetter: true, inOrder: true }]);
      expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
      expect(statSync(dataDir).mode & 0o007).toBe(0);
      expect(readdirSync(join(dataDir, 'users'))).toEqual([]);
    }));

  it('answers on no other address, and to no other password', () =>
    inScratchFolder(async (dataDir) => {
      const postgres = await startPostgres({ dataDir });
      const { port } = new URL(postgres.url);
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((address) => address?.family === 'IPv4' && !address.internal);
      const reached = outside ? await isOpen(outside.address, Number(port)) : false;
      const wrong = new URL(postgres.url);
      wrong.password = 'guess';
      const answer = await answerOf(wrong.href);
      await postgres.stop();

      expect(reached).toBe(false);
      expect(answer).toBe('wrong-password');
    }));

  it('is shared by those who use it, and ends with the last of them', () =>
    inScratchFolder(async (dataDir) => {
      const [first, second] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
      const { cluster, name } = whole(dataDir);

      expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
      expect(second.url).toBe(first.url);
      await first.stop();
      await first.stop();
      expect(await answerOf(second.url)).toBe('ready');
      await second.stop();
      expect(processesOf(cluster, name)).toEqual([]);
    }));

  it('comes back by itself on the same port when it is killed under a running server', () =>
    inScratchFolder(async (dataDir) => {
      const postgres = await startPostgres({ dataDir });
      const before = postmasterOf(dataDir);

      process.kill(before, 'SIGKILL');

      await until(async () => (await answerOf(postgres.url)) === 'ready' && postmasterOf(dataDir) !== before);
      await postgres.stop();
    }));
});

describe('the embedded database after a crash', () => {
  it('is adopted when node alone was killed, with everything committed', () =>
    inScratchFolder(async (dataDir) => {
      const { node, url } = await anotherNodeHolding(dataDir);
      await ask(url, 'create table kept as select 42 as answer');
      await kill(node);

      const postgres = await startPostgres({ dataDir });

      expect(postgres.adopted).toBe(true);
      expect(await ask(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await postgres.stop();
      expect(await answerOf(postgres.url)).toBe('silent');
    }));

  it('starts anew when the postmaster was killed and a stuck backend still holds the memory', () =>
    inScratchFolder(async (dataDir) => {
      const { node, url } = await anotherNodeHolding(dataDir);
      await ask(url, 'create table kept as select 42 as answer');
      const { client, backend } = await openConnection(url);
      process.kill(backend, 'SIGSTOP');
      await kill(node);
      process.kill(postmasterOf(dataDir), 'SIGKILL');

      const postgres = await startPostgres({ dataDir });

      expect(postgres.adopted).toBe(false);
      expect(await ask(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await postgres.stop();
      await client.end().catch(() => {});
    }));

  it('ends a postmaster that does not answer, and starts anew', () =>
    inScratchFolder(async (dataDir) => {
      const { node } = await anotherNodeHolding(dataDir);
      await kill(node);
      process.kill(postmasterOf(dataDir), 'SIGSTOP');

      const postgres = await startPostgres({ dataDir });

      expect(postgres.adopted).toBe(false);
      await postgres.stop();
    }));

  it('does not mistake a stranger for its postmaster', () =>
    inScratchFolder(async (dataDir) => {
      await (await startPostgres({ dataDir })).stop();
      writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`);

      const postgres = await startPostgres({ dataDir });

      expect(postgres.adopted).toBe(false);
      await postgres.stop();
    }));

  it('opens again when the record of its password was lost', () =>
    inScratchFolder(async (dataDir) => {
      const first = await startPostgres({ dataDir });
      await ask(first.url, 'create table kept as select 42 as answer');
      await first.stop();
      rmSync(join(dataDir, 'postgres.json'));

      const second = await startPostgres({ dataDir });

      expect(second.url).not.toBe(first.url);
      expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await second.stop();
    }));

  it('is made anew when its making was cut short', () =>
    inScratchFolder(async (dataDir) => {
      await (await startPostgres({ dataDir })).stop();
      rmSync(join(dataDir, 'postgres'), { recursive: true });
      rmSync(join(dataDir, 'postgres.new'), { recursive: true, force: true });
      writeFileSync(join(dataDir, 'postgres.lock'), '999999999 1');

      const postgres = await startPostgres({ dataDir });

      expect(await answerOf(postgres.url)).toBe('ready');
      await postgres.stop();
    }));
});

function whole(dataDir: string): { cluster: string; name: string } {
  return { cluster: join(dataDir, 'postgres'), name: recordOf(dataDir)?.name ?? '' };
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('timeout', () => resolve(false));
  });
}
