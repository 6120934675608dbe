import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** The few facts a list of work shows of each customer. */
export function selectBrief(ctx: TransactionContext, ids: readonly string[]) {
  return ctx.db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'gender', 'birthday', 'birth_year as birthYear', 'phone'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

export async function updateContactRefusal(
  ctx: TransactionContext,
  id: string,
  refuses: boolean,
): Promise<void> {
  await ctx.db
    .updateTable('customers')
    .set((eb) => ({ refuses_contact: refuses, updated_at: ctx.now, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
