import type { WhyNot } from '#domain/consultations/reasons.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** The list the clinic published last; null where it never did. */
export async function selectWhyNot(
  ctx: TransactionContext,
): Promise<{ items: WhyNot[]; version: number } | null> {
  const row = await ctx.db
    .selectFrom('why_not_lists')
    .select(['reasons', 'version'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { items: row.reasons as unknown as WhyNot[], version: row.version } : null;
}

/** False where somebody else published that version first. */
export async function insertWhyNot(
  ctx: TransactionContext,
  list: { id: string; version: number; items: readonly WhyNot[] },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('why_not_lists')
    .values({
      org_id: ctx.orgId,
      id: list.id,
      version: list.version,
      reasons: JSON.stringify(list.items),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
