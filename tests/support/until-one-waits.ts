import type { TransactionContext } from '#server/platform/context.ts';

/** Until `other` waits for what this transaction holds, or is done without. */
export async function untilOneWaits(
  { client, database }: TransactionContext,
  other: Promise<unknown>,
): Promise<void> {
  let isDone = false;
  const done = () => void (isDone = true);
  other.then(done, done);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const waits = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
  while (!isDone && (await database.pool.query(waits, [rows[0]!.pid])).rowCount === 0);
}
