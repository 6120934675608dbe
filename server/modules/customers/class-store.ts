import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** Not an edit of the record: the version stays, so that nobody who is typing in it is told it is stale. */
export async function updateClasses(
  ctx: TransactionContext,
  classes: readonly { customerId: string; code: string | null }[],
): Promise<void> {
  await sql`
    update customers c set class_code = k."code"
    from json_to_recordset(${JSON.stringify(classes)}::json) as k("customerId" uuid, "code" text)
    where c.org_id = ${ctx.orgId} and c.id = k."customerId"`.execute(ctx.db);
}

/** How many customers have each of these classes; a record that became part of another is no customer. */
export async function countByClass(
  ctx: TransactionContext,
  codes: readonly string[],
): Promise<{ code: string; customers: number }[]> {
  const { rows } = await sql<{ code: string; customers: number }>`
    select c.class_code as code, count(*) as customers from customers c
    where c.org_id = ${ctx.orgId} and c.class_code = any(${[...codes]}::text[]) and c.merged_into is null
    group by c.class_code order by c.class_code`.execute(ctx.db);
  return rows;
}

export async function countWithSource(ctx: TransactionContext, ids: readonly string[]): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('channel_source', 'is not', null)
    .where('channel_source', '<>', '')
    .executeTakeFirstOrThrow();
  return count;
}
