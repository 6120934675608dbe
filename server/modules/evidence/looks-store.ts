import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Until when recorded calls were held against the logs, held until the transaction ends; null is never. */
export async function lockLook(ctx: TransactionContext): Promise<Instant | null> {
  const row = await ctx.db
    .selectFrom('call_log_looks')
    .select('looked_until as lookedUntil')
    .where('org_id', '=', ctx.orgId)
    .forUpdate()
    .executeTakeFirst();
  return row?.lookedUntil ?? null;
}

export async function saveLook(ctx: TransactionContext, until: Instant): Promise<void> {
  await ctx.db
    .insertInto('call_log_looks')
    .values({ org_id: ctx.orgId, looked_until: until })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ looked_until: until }))
    .execute();
}

export async function insertRematch(ctx: TransactionContext, customerId: string): Promise<void> {
  await ctx.db
    .insertInto('call_log_rematches')
    .values({ org_id: ctx.orgId, customer_id: customerId, asked_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['org_id', 'customer_id']).doNothing())
    .execute();
}

/** Whose calls are to be held against the logs once more; they are taken off the list. */
export async function takeRematches(ctx: TransactionContext): Promise<string[]> {
  const { rows } = await sql<{ customerId: string }>`
    delete from call_log_rematches where org_id = ${ctx.orgId}
    returning customer_id as "customerId"`.execute(ctx.db);
  return rows.map(({ customerId }) => customerId);
}
