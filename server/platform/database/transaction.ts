import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { isInTransaction } from '../context.ts';
import type { Context, TransactionContext } from '../context.ts';
import type { Tables } from './tables.ts';

/**
 * Runs `work` in one transaction that sees only the context's organization. Inside another it joins it.
 * What `afterCommit` was given runs once the database has said yes.
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
  const afterwards: (() => void)[] = [];
  const writings: Promise<unknown>[] = [];
  let broken: Error | undefined;
  let result: T;
  try {
    // Local to the transaction, so that a pooled connection never keeps it. Not waited for: the work's first question
    // travels with it, and would find the transaction failed if this did.
    const begun = client.query(`begin; set local app.org_id = '${uuidOnly(ctx.orgId)}'`);
    begun.catch(() => {});
    const db = kyselyOver(client);
    result = await work({
      ...ctx,
      db,
      client,
      afterCommit: (act: () => void) => afterwards.push(act),
      alongside: (writing: Promise<unknown>) => {
        writing.catch(() => {});
        writings.push(writing);
      },
    });
    await Promise.all(writings);
    await client.query('commit');
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
  for (const act of afterwards) act();
  return result;
}

/** A query outside any organization, on global and local tables only. */
export async function outsideOrganizations<T>(
  ctx: { database: Context['database'] },
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await ctx.database.pool.connect();
  try {
    return await work(kyselyOver(client));
  } finally {
    client.release();
  }
}

function kyselyOver(client: pg.PoolClient): Kysely<Tables> {
  const connection = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }) });
}

function uuidOnly(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new Error('not an organization id');
  return text;
}
