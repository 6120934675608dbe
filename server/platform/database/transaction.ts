import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely';
import type pg from 'pg';
import { isInTransaction } from '../context.ts';
import type { Context, TransactionContext } from '../context.ts';
import { log } from '../log.ts';
import { holdBack } from './pool.ts';
import { preparedName } from './prepared.ts';
import { kyselyOver } from './kysely-over.ts';
import type { Tables } from './tables.ts';

/**
 * Runs `work` in one transaction that sees only the context's organization. Inside another it joins it.
 * What `afterCommit` was given runs once the database has said yes, and is waited for.
 */
export async function inTransaction<C extends Context, T>(
  ctx: C,
  work: (ctx: C & TransactionContext) => Promise<T>,
): Promise<T> {
  if (isInTransaction(ctx)) return work(ctx as C & TransactionContext);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ctx, work);
    } catch (error) {
      // Two transactions stood in each other's way and the database undid this one: begun anew it finds the way free.
      if (attempt === 3 || !wasVictim(error)) throw error;
    }
  }
}

/** Deadlock (40P01) and serialization failure (40001): nothing of the transaction remains. */
function wasVictim(error: unknown): boolean {
  return ['40P01', '40001'].includes((error as { code?: string }).code ?? '');
}

async function once<C extends Context, T>(
  ctx: C,
  work: (ctx: C & TransactionContext) => Promise<T>,
): Promise<T> {
  const client = await ctx.database.pool.connect();
  const afterwards: (() => void | Promise<void>)[] = [];
  const writings: Promise<unknown>[] = [];
  const lastly: ((ctx: TransactionContext) => Promise<void>)[] = [];
  let broken: Error | undefined;
  let result: T;
  try {
    begin(ctx, client);
    const connection = new TransactionConnection(client);
    const inside = {
      ...ctx,
      db: kyselyOver(connection),
      client,
      afterCommit: (act: () => void | Promise<void>) => void afterwards.push(act),
      beforeCommit: (act: (ctx: TransactionContext) => Promise<void>) => void lastly.push(act),
      alongside: (writing: Promise<unknown>) => {
        writing.catch(() => {});
        writings.push(writing);
      },
    };
    result = await work(inside);
    // What is written alongside may not have been sent yet, and is to be seen by who looks at it last.
    if (lastly.length > 0) await Promise.all(writings);
    for (let act = lastly.shift(); act; act = lastly.shift()) await act(inside);
    await commit(client, connection, writings);
  } catch (error) {
    const [written] = await Promise.all([
      Promise.allSettled(writings),
      client.query('rollback').catch((lost: Error) => (broken = lost)),
    ]);
    // After one that failed every other question fails too, and says nothing of why.
    throw (written.find((writing) => writing.status === 'rejected')?.reason as Error | undefined) ?? error;
  } finally {
    client.release(broken);
  }
  for (const act of afterwards) await orTell(act);
  return result;
}

/** What was committed stays so, whatever becomes of what follows it. */
async function orTell(act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.error({ error }, 'what follows a commit failed');
  }
}

/**
 * Asks what does not wait for an answer in between, in one packet with the transaction around it. It only reads: what
 * comes back is true whether or not the transaction ended well.
 */
export async function inOneBreath<C extends Context, T>(
  ctx: C,
  ask: (ctx: C & TransactionContext) => Promise<T>,
): Promise<T> {
  const client = await ctx.database.pool.connect();
  let broken: Error | undefined;
  try {
    begin(ctx, client, 'read only');
    const connection = new TransactionConnection(client);
    const answer = ask({
      ...ctx,
      db: kyselyOver(connection),
      client,
      afterCommit: onlyReads,
      beforeCommit: onlyReads,
      alongside: onlyReads,
    });
    await commit(client, connection, [answer]);
    return await answer;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

function onlyReads(): never {
  throw new Error('what is asked in one breath only reads');
}

/**
 * Local to the transaction, so that a pooled connection never keeps it. Not waited for: the work's first question
 * travels with it, and would find the transaction failed if this did.
 */
function begin({ orgId }: Context, client: pg.PoolClient, mode = ''): void {
  client.query(`begin ${mode}; set local app.org_id = '${uuidOnly(orgId)}'`).catch(() => {});
}

/** Sends the commit right behind what is still being written; where any of it fails, the database undoes all. */
async function commit(
  client: pg.PoolClient,
  connection: TransactionConnection,
  writings: readonly Promise<unknown>[],
): Promise<void> {
  const send = holdBack(client);
  // What was begun is sent once the steps before it are over, none of which waits for anything outside.
  if (writings.length > 0) await new Promise((resolve) => setImmediate(resolve));
  connection.end();
  const committed = client.query('commit');
  committed.catch(() => {});
  send();
  await Promise.all(writings);
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction was undone and not committed');
}

/** What kysely asks through. After the commit was sent nothing follows: it would stand outside of the transaction. */
class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #hasEnded = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#hasEnded) throw new Error(`asked after the end of the transaction: ${text}`);
    const values = parameters as unknown[];
    const name = preparedName(text);
    const { command, rowCount, rows } = await this.#client.query<pg.QueryResultRow>(
      name === undefined ? { text, values } : { name, text, values },
    );
    return command === 'SELECT'
      ? { rows: rows as Row[] }
      : { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery(): never {
    throw new Error('rows are read in pages, not as a stream');
  }

  end(): void {
    this.#hasEnded = true;
  }
}

/** A query outside any organization, on global and local tables only. */
export async function outsideOrganizations<T>(
  ctx: { database: Context['database'] },
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await ctx.database.pool.connect();
  try {
    return await work(kyselyOver(new TransactionConnection(client)));
  } finally {
    client.release();
  }
}

function uuidOnly(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new Error('not an organization id');
  return text;
}
