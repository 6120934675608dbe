import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';

/** These customers and whoever has one of these phones. */
export function selectPeople(
  ctx: TransactionContext,
  of: { ids: readonly string[]; phones: readonly string[] },
) {
  return ctx.db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'phone', 'clinic_id as clinicId'])
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`(id = any(${[...of.ids]}::uuid[]) or phone = any(${[...of.phones]}::text[]))`)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function selectReferred(ctx: TransactionContext, referrerId: string) {
  return ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', 'is', null)
    .where('referrer_id', '=', referrerId)
    .execute();
}

/** Who has these numbers; a number on a record that became part of another leads to that one. */

export async function selectWithoutPhone(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('phone', 'is', null)
    .where('merged_into', 'is', null)
    .where('deceased_on', 'is', null)
    .where('moved_away_on', 'is', null)
    .where('refuses_contact', '=', false)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
