import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import { releasableKinds } from '#domain/ownership/owner-kind.ts';
import type { ReleasableKind } from '#domain/ownership/owner-kind.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface Owned {
  customerId: string;
  clinicId: string;
  kind: ReleasableKind;
  ownerId: string;
  since: Instant;
  grade: Grade;
  isFrozen: boolean;
  lastVisitOn: CalendarDate | null;
}

export type OwnedOf = { clinicId: string; after: string | null; limit: number };

export async function selectOwned(ctx: TransactionContext, customerIds: readonly string[]): Promise<Owned[]> {
  const rows = await ctx.db
    .selectFrom('ownerships as o')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'o.customer_id'),
    )
    .select([
      'o.customer_id as customerId',
      'c.clinic_id as clinicId',
      'o.kind',
      'o.owner_id as ownerId',
      'o.since',
      'c.grade',
      'c.is_frozen as isFrozen',
      'c.last_visit_on as lastVisitOn',
    ])
    .where('o.org_id', '=', ctx.orgId)
    .where(sql<boolean>`o.customer_id = any(${[...customerIds]}::uuid[])`)
    .where('o.until', 'is', null)
    .where('o.kind', 'in', [...releasableKinds])
    .where('c.merged_into', 'is', null)
    .orderBy('o.customer_id')
    .orderBy('o.kind')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ReleasableKind, grade: row.grade as Grade }));
}

export async function selectOwnedIds(ctx: TransactionContext, of: OwnedOf): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', of.clinicId)
    .where('merged_into', 'is', null)
    .where((eb) => eb.or([eb('owner_id', 'is not', null), eb('web_consultant_id', 'is not', null)]))
    .$if(of.after !== null, (query) => query.where('id', '>', of.after!))
    .orderBy('id')
    .limit(of.limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many customers somebody claimed since then. */
export async function countClaims(ctx: TransactionContext, staffId: string, since: Instant): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('ownerships')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('owner_id', '=', staffId)
    .where('began_by', '=', 'claimed')
    .where('since', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** One page of a colleague's own customers, who has owned them the longest first. */
export async function selectMine(
  ctx: TransactionContext,
  staffId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: { customerId: string; kind: string; since: Instant }[]; total: number }> {
  const { rows } = await sql<{ customerId: string; kind: string; since: Instant; total: number }>`
    select o.customer_id as "customerId", o.kind, o.since, count(*) over ()::integer as total
    from ownerships o join customers c on c.org_id = ${ctx.orgId} and c.id = o.customer_id
    where o.org_id = ${ctx.orgId} and o.owner_id = ${staffId} and o.until is null and c.merged_into is null
    order by o.since, o.id limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
