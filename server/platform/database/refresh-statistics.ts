import { sql } from 'kysely';
import type { TransactionContext } from '../context.ts';

/** As soon as there is something to count; few rows are looked through quickly whatever the plan. */
const firstAtRows = 500;
const againAtTimes = 4;
/** Where the planner knows of so many times more rows than a load brings, it is right enough without being told. */
const largeTimes = 10;
const lockNotAvailable = '55P03';

/**
 * For a load of many rows: is told after each part how many rows it wrote, and brings the planner's statistics up to
 * date when they have become a good deal more. Otherwise a plan made while `table` was small reads all of it for
 * every row that follows, those that check foreign keys above all.
 */
export function statisticsOfLoad(
  ctx: TransactionContext,
  table: 'customers' | 'followups',
): (rows: number) => Promise<void> {
  let written = 0;
  let next = firstAtRows;
  return async (rows) => {
    written += rows;
    if (written < next) return;
    const isLarge = (await rowsKnown(ctx, table)) >= written * largeTimes;
    if (isLarge || (await refreshStatistics(ctx))) next = written * againAtTimes;
  };
}

/** How many rows the planner takes the table to have, of all organizations. */
async function rowsKnown(ctx: TransactionContext, table: string): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select reltuples::float8 as known from pg_class where oid = ${table}::regclass`.execute(ctx.db);
  return rows[0]!.known;
}

/**
 * Counts the tables, this transaction's own rows included; until it ends nobody else counts them, without these rows,
 * or sweeps them. False where another load has them counted and holds them.
 */
export async function refreshStatistics(ctx: TransactionContext): Promise<boolean> {
  await sql`savepoint before_statistics`.execute(ctx.db);
  try {
    await sql`set local lock_timeout = '1s'`.execute(ctx.db);
    await sql`select app_refresh_statistics()`.execute(ctx.db);
    await sql`set local lock_timeout = default`.execute(ctx.db);
    await sql`release savepoint before_statistics`.execute(ctx.db);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    await sql`rollback to savepoint before_statistics`.execute(ctx.db);
    return false;
  }
}
