import type { TransactionContext } from '#server/platform/context.ts';

export async function selectWords(ctx: TransactionContext): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('forbidden_words')
    .select('word')
    .where('org_id', '=', ctx.orgId)
    .orderBy('word')
    .execute();
  return rows.map(({ word }) => word);
}

export async function insertWords(ctx: TransactionContext, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const added = { added_at: ctx.now, added_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null };
  await ctx.db
    .insertInto('forbidden_words')
    .values(words.map((word) => ({ org_id: ctx.orgId, word, ...added })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteWords(ctx: TransactionContext, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  await ctx.db
    .deleteFrom('forbidden_words')
    .where('org_id', '=', ctx.orgId)
    .where('word', 'in', words)
    .execute();
}
