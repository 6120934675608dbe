import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

/** Entries of the whole organization whose sides do not sum to nothing: there are none, ever. */
export async function lopsided(ctx: Context): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('ledger_postings')
      .select('entry_id as id')
      .where('org_id', '=', ctx.orgId)
      .groupBy('entry_id')
      .having((eb) => eb(eb.fn.sum('fen'), '<>', 0))
      .execute();
    return rows.map((row) => row.id);
  });
}
