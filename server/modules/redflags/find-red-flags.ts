import { addHours } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countFlags, lockFlag, selectFlags } from './store.ts';
import type { StoredFlag } from './store.ts';

export type { StoredFlag };

/** How long a doctor's word stays on the call sheet: whoever calls next has to know it. */
const hoursOnSheet = 7 * 24;

/** Warning signs of a customer that wait for a doctor, and what doctors said lately; for a verb with its own permission. */
export function findRecentFlags(ctx: TransactionContext, customerId: string): Promise<StoredFlag[]> {
  return selectFlags(ctx, { customerId, endedSince: addHours(ctx.now, -hoursOnSheet) }).then((flags) =>
    flags.filter(({ state }) => state !== 'withdrawn'),
  );
}

/** One of them, with who heard it. */
export async function findRedFlag(
  ctx: TransactionContext,
  id: string,
): Promise<(StoredFlag & { raisedById: string | null }) | undefined> {
  const [flag] = await selectFlags(ctx, { ids: [id] });
  return flag && { ...flag, raisedById: (await lockFlag(ctx, { id }))?.raisedBy ?? null };
}

/** Whether one of them still waits. */
export async function hasOpenFlag(ctx: TransactionContext, customerId: string): Promise<boolean> {
  return (await countFlags(ctx, { customerId, state: 'open' })).total > 0;
}
