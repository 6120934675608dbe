import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { buildApp } from '#server/app.ts';
import { clockAt } from '#server/platform/clock.ts';
import { settle } from '#server/settle.ts';
import type { Chain } from './chain.ts';
import { request } from './http-client.ts';
import { aboutAnother, recording, replay, writesOf } from './recorded-sql.ts';
import type { Statement } from './recorded-sql.ts';
import type { Served } from './serve.ts';
import { now } from './setting.ts';

/** A write of the API, and what it is about. */
export interface Write<Subject> {
  path(subject: Subject): string;
  body(subject: Subject): object;
  headers?: Record<string, string>;
  /** The ids in its statements that are another subject's in another one. */
  ids(subject: Subject): string[];
}

export function send<Subject>(served: Served, write: Write<Subject>, subject: Subject): Promise<unknown> {
  return request(served.ours + write.path(subject), {
    body: write.body(subject),
    headers: { ...served.headers, ...write.headers, 'idempotency-key': randomUUID() },
  });
}

/** What one such write, and what follows of it, write into the database: to be sent about other subjects without us. */
export async function recordWrites<Subject>(
  chain: Chain,
  served: Served,
  write: Write<Subject>,
  subject: Subject,
  { withEvents }: { withEvents: boolean },
): Promise<Statement[]> {
  const { database, statements } = recording(chain.database);
  const house = { database, clock: clockAt(now), dataDir: tmpdir() };
  const app = await buildApp({ ...house, version: 'bench' });
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${write.path(subject)}`,
    payload: write.body(subject),
    headers: { ...served.headers, ...write.headers, 'idempotency-key': randomUUID() },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  if (withEvents) await settle(house, chain.orgId);
  await app.close();
  return writesOf(statements);
}

/** The same writes about the next subject, each time it is called, in one transaction of the application's role. */
export async function bareWriter<Subject>(
  chain: Chain,
  write: Write<Subject>,
  recorded: { statements: Statement[]; subject: Subject },
): Promise<(subject: Subject) => Promise<unknown>> {
  const { rows } = await chain.owner.query<{ id: string }>(
    'select id from clinics union all select id from staff union all select id from protocol_versions',
  );
  const kept = new Set([chain.orgId, ...rows.map(({ id }) => id)]);
  const pool = new pg.Pool({ connectionString: chain.appUrl, max: 8 });
  pool.on('error', () => {});
  const was = write.ids(recorded.subject);
  return (subject) => {
    const is = write.ids(subject);
    const exchanged = new Map(was.map((id, place) => [id, is[place]!]));
    return replay(pool, chain.orgId, aboutAnother(recorded.statements, kept, exchanged));
  };
}

/** Gives each of them once. */
export function oneAfterAnother<T>(all: readonly T[]): () => T {
  let next = 0;
  return () => {
    const one = all[next++];
    if (one === undefined) throw new Error('there are not so many to be written about');
    return one;
  };
}
