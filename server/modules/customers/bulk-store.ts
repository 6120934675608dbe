import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** The records that have these ids, by id; of one that became part of another, that one. */
export async function selectKnownIds(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'merged_into as mergedInto'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
}

/**
 * Customers of these names who have one of these phones or one of these birthdays, the oldest record first; under
 * what a record said that became part of another, that one.
 */
export function selectNamesakes(
  ctx: TransactionContext,
  names: readonly string[],
  having: { phones: readonly string[] } | { birthdays: readonly string[] },
) {
  return ctx.db
    .selectFrom('customers')
    .select((eb) => [eb.fn.coalesce('merged_into', 'id').as('id'), 'name', 'phone', 'birthday'])
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

/** The records a batch made which nobody has edited since. */
export async function selectUneditedOfBatch(ctx: TransactionContext, batchId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('import_batch_id', '=', batchId)
    .where('version', '=', 1)
    .execute();
  return rows.map((row) => row.id);
}

/** On whom of these something hangs: other modules' tables are asked here as the foreign keys ask them. */
export async function selectReferenced(ctx: TransactionContext, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const table of hangOnCustomers) {
    const rows = await ctx.db
      .selectFrom(table)
      .select('customer_id')
      .distinct()
      .where('org_id', '=', ctx.orgId)
      .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
      .execute();
    for (const row of rows) found.add(row.customer_id);
  }
  const { rows } = await sql<{ id: string }>`
    select relative_id as id from customer_relations
      where org_id = ${ctx.orgId} and relative_id = any(${[...ids]}::uuid[])
    union select referrer_id from customers
      where org_id = ${ctx.orgId} and referrer_id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  for (const row of rows) found.add(row.id);
  return [...found];
}

const hangOnCustomers = [
  ...(['visits', 'appointments', 'plans', 'attempts', 'customer_changes', 'customer_phones'] as const),
  ...(['customer_relations', 'latent_problems', 'photos', 'discreet_profiles', 'ledger_entries'] as const),
  'grade_overrides' as const,
  'desk_contacts' as const,
  'consultations' as const,
  'recovery_cases' as const,
  'charts' as const,
  'health_warnings' as const,
];

export async function deleteCustomers(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('customers')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
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
