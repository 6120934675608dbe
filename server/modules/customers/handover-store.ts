import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { OwnerKind, OwnerMoveHow } from '#domain/ownership/owner-kind.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { ownerColumns } from './owners-store.ts';

/** Somebody's present time as owner, begun after somebody else's had ended. */
export interface OwnerChangeRow {
  id: string;
  customerId: string;
  kind: OwnerKind;
  ownerId: string;
  ownerName: string;
  fromName: string;
  since: Instant;
  how: OwnerMoveHow;
  reason: string | null;
  readAt: Instant | null;
}

/** What a merge brought about is no handover: the owner knew one of the two records. */
function changes(ctx: TransactionContext, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    from ownerships o
    join customers c on c.org_id = ${ctx.orgId} and c.id = o.customer_id and c.merged_into is null
    join lateral (
      select p.owner_id from ownerships p
      where p.org_id = ${ctx.orgId} and p.customer_id = o.customer_id and p.until <= o.since
        and p.owner_id <> o.owner_id and p.ended_by <> 'merged'
      order by p.kind = o.kind desc, p.until desc limit 1) l on true
    join staff s on s.org_id = ${ctx.orgId} and s.id = o.owner_id
    join staff f on f.org_id = ${ctx.orgId} and f.id = l.owner_id
    where o.org_id = ${ctx.orgId} and o.until is null and o.began_by <> 'merged' and ${which}`;
}

const changeColumns = sql`o.id, o.customer_id as "customerId", o.kind, o.owner_id as "ownerId",
  s.name as "ownerName", f.name as "fromName", o.since, o.began_by as how, o.begin_reason as reason, o.read_at as "readAt"`;

export async function selectChangesOf(
  ctx: TransactionContext,
  customerId: string,
): Promise<OwnerChangeRow[]> {
  const { rows } = await sql<OwnerChangeRow>`
    select ${changeColumns} ${changes(ctx, sql`o.customer_id = ${customerId}`)}
    order by o.since desc, o.id`.execute(ctx.db);
  return rows;
}

/** The customers somebody took over and has not read up on, the newest first. */
export async function selectUnread(
  ctx: TransactionContext,
  ownerId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: OwnerChangeRow[]; total: number }> {
  const which = sql`o.owner_id = ${ownerId} and o.read_at is null`;
  const { rows } = await sql<OwnerChangeRow & { total: number }>`
    select ${changeColumns}, count(*) over ()::integer as total ${changes(ctx, which)}
    order by o.since desc, o.id limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How many of the customer's present times of that owner were unread until now. */
export async function markRead(
  ctx: TransactionContext,
  customerId: string,
  ownerId: string,
): Promise<number> {
  const done = await ctx.db
    .updateTable('ownerships')
    .set({ read_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('owner_id', '=', ownerId)
    .where('until', 'is', null)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** A live record with its owner of one kind. */
export interface PlaceRow {
  customerId: string;
  number: string;
  name: string;
  clinicId: string;
  grade: Grade;
  ownerId: string | null;
}

export async function selectPlaces(
  ctx: TransactionContext,
  ids: readonly string[],
  kind: OwnerKind,
): Promise<PlaceRow[]> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id as customerId', 'number', 'name', 'clinic_id as clinicId', 'grade'])
    .select(`${ownerColumns[kind]} as ownerId`)
    .where('org_id', '=', ctx.orgId)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, grade: row.grade as Grade }));
}

export async function selectIdsOwnedBy(
  ctx: TransactionContext,
  staffId: string,
  kind: OwnerKind,
  clinicIds: readonly string[] | null,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('ownerships as o')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'o.customer_id'),
    )
    .select('c.id')
    .where('o.org_id', '=', ctx.orgId)
    .where('o.owner_id', '=', staffId)
    .where('o.kind', '=', kind)
    .where('o.until', 'is', null)
    .where('c.merged_into', 'is', null)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`c.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .orderBy('c.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many customers these people answer for; who answers for nobody is missing. */
export async function countOwnedBy(
  ctx: TransactionContext,
  staffIds: readonly string[],
  clinicIds: readonly string[] | null,
): Promise<{ staffId: string; kind: OwnerKind; count: number }[]> {
  const rows = await ctx.db
    .selectFrom('ownerships as o')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'o.customer_id'),
    )
    .select(['o.owner_id as staffId', 'o.kind'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('o.org_id', '=', ctx.orgId)
    .where(sql<boolean>`o.owner_id = any(${[...staffIds]}::uuid[])`)
    .where('o.until', 'is', null)
    .where('c.merged_into', 'is', null)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`c.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .groupBy(['o.owner_id', 'o.kind'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as OwnerKind }));
}
