import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** Who of the organization has one of these ids. */
export async function selectKnownIds(ctx: TransactionContext, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => row.id);
}

/** Customers of these names who have one of these phones or one of these birthdays, the oldest record first. */
export function selectNamesakes(
  ctx: TransactionContext,
  names: readonly string[],
  having: { phones: readonly string[] } | { birthdays: readonly string[] },
) {
  return ctx.db
    .selectFrom('customers')
    .select(['id', 'name', 'phone', 'birthday'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`name = any(${[...names]}::text[])`)
    .$if('phones' in having, (query) =>
      query.where(sql<boolean>`phone = any(${[...(having as { phones: string[] }).phones]}::text[])`),
    )
    .$if('birthdays' in having, (query) =>
      query.where(
        sql<boolean>`birthday = any(${[...(having as { birthdays: string[] }).birthdays]}::date[])`,
      ),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Takes back the records a batch made which nobody has edited and nothing hangs on. */
export async function deleteUntouchedCustomers(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const deleted = await sql<{ id: string }>`
    delete from customers c
    where c.org_id = ${ctx.orgId} and c.import_batch_id = ${batchId} and c.version = 1
      and not exists (select from visits v where v.org_id = ${ctx.orgId} and v.customer_id = c.id)
      and not exists (select from appointments a where a.org_id = ${ctx.orgId} and a.customer_id = c.id)
      and not exists (select from plans p where p.org_id = ${ctx.orgId} and p.customer_id = c.id)
      and not exists (select from attempts t where t.org_id = ${ctx.orgId} and t.customer_id = c.id)
    returning c.id`.execute(ctx.db);
  return deleted.rows.map((row) => row.id);
}

export async function countOfBatch(ctx: TransactionContext, batchId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  return row.count;
}
