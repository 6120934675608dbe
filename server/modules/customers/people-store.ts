import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';
import { askedOf } from '#server/platform/database/put-together-once.ts';

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

/** Who is called by the same number as each of these, themselves too; no more than so many for each. */
export async function selectOnSameNumber(
  ctx: TransactionContext,
  ids: readonly string[],
  atMost: number,
): Promise<{ id: string; otherId: string }[]> {
  return (await onSameNumber(ctx, ids, { atMost })).rows;
}

const onSameNumber = askedOf(
  (ctx, isOneOfThem, { atMost }: { atMost: number }) => sql<{ id: string; otherId: string }>`
    select c.id, o.id as "otherId"
    from customers c
    cross join lateral (
      select other.id from customers other
      where other.org_id = ${ctx.orgId} and other.phone = c.phone and other.merged_into is null
      order by other.id limit ${atMost}
    ) o
    where c.org_id = ${ctx.orgId} and ${isOneOfThem('c.id')} and c.merged_into is null
    order by c.id, o.id ${often}`,
);

export function selectReferred(ctx: TransactionContext, referrerId: string) {
  return ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', 'is', null)
    .where('referrer_id', '=', referrerId)
    .execute();
}

/** Who cannot be called for want of a number, and would be. */
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
