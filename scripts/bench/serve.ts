import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import { buildApp } from '#server/app.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { serveWeb } from '#server/serve-web.ts';
import { startWorker } from '#server/worker.ts';
import { clockAt } from '#server/platform/clock.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import type { Chain } from './chain.ts';
import { request } from './http-client.ts';
import { replay } from './recorded-sql.ts';
import type { Statement } from './recorded-sql.ts';
import { login, now, password } from './setting.ts';

interface Order {
  appUrl: string;
  orgId: string;
  /** What the bare route sends to the database. */
  statements: Statement[];
  /** Events are told, as they are where Carecurve runs as one process. */
  withWorker: boolean;
  /** Any that is free: 0. */
  port: number;
}

export interface Served {
  /** The product's API. */
  ours: string;
  /** Where its pages are. */
  pages: string;
  /** A route without anything but the same statements. */
  bare: string;
  /** Of who is signed in. */
  headers: Record<string, string>;
  stop(): Promise<void>;
  /** Without a goodbye. */
  kill(): Promise<void>;
}

/** Serves the product, and a bare route beside it, from a process of their own. */
export async function serve(
  chain: Chain,
  {
    as = login,
    statements = [],
    withWorker = false,
    port = 0,
  }: { as?: string; statements?: Statement[]; withWorker?: boolean; port?: number } = {},
): Promise<Served> {
  const child = fork(fileURLToPath(import.meta.url), ['serve']);
  child.send({ appUrl: chain.appUrl, orgId: chain.orgId, statements, withWorker, port } satisfies Order);
  const [addresses] = (await once(child, 'message')) as [{ ours: string; bare: string }];
  const ours = `${addresses.ours}/api/v1`;
  const { headers } = await request(`${ours}/session`, { body: { login: as, password } });
  const cookie = headers['set-cookie']![0]!.split(';')[0]!;
  const stop = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { ours, pages: addresses.ours, bare: addresses.bare, headers: { cookie }, stop, kill };
}

if (process.argv[2] === 'serve') {
  process.once('message', (order: Order) => void begin(order));
  process.once('disconnect', () => process.exit());
}

async function begin({ appUrl, orgId, statements, withWorker, port }: Order): Promise<void> {
  const database = openDatabase(appUrl, { heardAtOnce });
  const house = { database, clock: clockAt(now), dataDir: tmpdir() };
  if (withWorker) startWorker(house);
  const ours = await buildApp({ ...house, version: 'bench' });
  await serveWeb(ours, join(import.meta.dirname, '../../dist/web'));
  const bare = fastify();
  bare.get('/', () => replay(database.pool, orgId, statements));
  const host = '127.0.0.1';
  process.send!({ ours: await ours.listen({ port, host }), bare: await bare.listen({ port: 0, host }) });
}
