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
