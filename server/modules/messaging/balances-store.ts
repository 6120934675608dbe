import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Of these accounts the ones nobody has asked for since then, from now on asked for by us. */
export async function claimBalances(
  ctx: TransactionContext,
  accountIds: readonly string[],
  askedBefore: Instant,
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await ctx.db
    .updateTable('channel_accounts')
    .set({ balance_asked_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...accountIds]}::uuid[])`)
    .where((eb) => eb.or([eb('balance_asked_at', 'is', null), eb('balance_asked_at', '<=', askedBefore)]))
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** No edit of the account. What is not named stays: a provider that does not answer takes no balance away. */
export async function saveBalance(
  ctx: TransactionContext,
  id: string,
  said: { left?: number; fault: string | null; toldAt?: Instant | null },
): Promise<void> {
  await ctx.db
    .updateTable('channel_accounts')
    .set({
      balance_asked_at: ctx.now,
      balance_fault: said.fault,
      ...(said.left !== undefined && { balance_left: said.left, balance_at: ctx.now }),
      ...(said.toldAt !== undefined && { balance_told_at: said.toldAt }),
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
