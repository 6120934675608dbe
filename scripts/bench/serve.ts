import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import { buildApp } from '#server/app.ts';
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
}

export interface Served {
  /** The product's API. */
  ours: string;
  /** A route without anything but the same statements. */
  bare: string;
  /** Of who is signed in. */
  headers: Record<string, string>;
  stop(): Promise<void>;
}

/** Serves the product, and a bare route beside it, from a process of their own. */
export async function serve(
  chain: Chain,
  {
    as = login,
    statements = [],
    withWorker = false,
  }: { as?: string; statements?: Statement[]; withWorker?: boolean } = {},
): Promise<Served> {
  const child = fork(fileURLToPath(import.meta.url), ['serve']);
  child.send({ appUrl: chain.appUrl, orgId: chain.orgId, statements, withWorker } satisfies Order);
  const [addresses] = (await once(child, 'message')) as [{ ours: string; bare: string }];
  const ours = `${addresses.ours}/api/v1`;
  const { headers } = await request(`${ours}/session`, { body: { login: as, password } });
  const cookie = headers['set-cookie']![0]!.split(';')[0]!;
  const stop = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  return { ours, bare: addresses.bare, headers: { cookie }, stop };
}

if (process.argv[2] === 'serve') {
  process.once('message', (order: Order) => void begin(order));
  process.once('disconnect', () => process.exit());
}

async function begin({ appUrl, orgId, statements, withWorker }: Order): Promise<void> {
  const database = openDatabase(appUrl);
  const house = { database, clock: clockAt(now), dataDir: tmpdir() };
  if (withWorker) startWorker(house);
  const ours = await buildApp({ ...house, version: 'bench' });
  const bare = fastify();
  bare.get('/', () => replay(database.pool, orgId, statements));
  const at = { port: 0, host: '127.0.0.1' };
  process.send!({ ours: await ours.listen(at), bare: await bare.listen(at) });
}
