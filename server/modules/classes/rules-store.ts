import type { Instant } from '#domain/base/time.ts';
import { ClassRules } from '#domain/classes/preclass.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredTable {
  version: number;
  rules: ClassRules;
  publishedAt: Instant | null;
  publishedByName: string | null;
}

/** Every table the clinic published, the newest first. */
export async function selectTables(ctx: TransactionContext): Promise<StoredTable[]> {
  const rows = await ctx.db
    .selectFrom('class_tables as t')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 't.published_by'),
    )
    .select(['t.version', 't.rules', 't.published_at as publishedAt', 's.name as publishedByName'])
    .where('t.org_id', '=', ctx.orgId)
    .orderBy('t.version', 'desc')
    .execute();
  // What a later release added to the rules is as shipped.
  return rows.map(({ rules, ...row }) => ({ ...row, rules: ClassRules.parse(rules) }));
}

/** False where somebody else published that version first. */
export async function insertTable(
  ctx: TransactionContext,
  table: { id: string; version: number; rules: ClassRules },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('class_tables')
    .values({
      org_id: ctx.orgId,
      id: table.id,
      version: table.version,
      rules: JSON.stringify(table.rules),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
