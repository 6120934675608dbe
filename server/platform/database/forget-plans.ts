import type { TransactionContext } from '../context.ts';

/**
 * Has the database plan its queries anew, those that check foreign keys included. In a load into new tables
 * there are no statistics, and a plan made when a table was empty reads all of it for every row that follows.
 */
export async function forgetPlans(ctx: TransactionContext): Promise<void> {
  await ctx.client.query('discard plans');
}
