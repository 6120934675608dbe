import type { TransactionContext } from '../context.ts';

/**
 * Tells the planner how much is in the tables by now, this transaction's own rows included. A load asks for it
 * when it has grown a good deal: plans made while tables were empty read all of them for every row that follows,
 * those that check foreign keys above all. Until the transaction ends nobody else sweeps these tables.
 */
export async function refreshStatistics(ctx: TransactionContext): Promise<void> {
  await ctx.client.query('select app_refresh_statistics()');
}
