import { sql } from 'kysely';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { addHours } from '#domain/base/time.ts';
import { graceHours, sheetIsFreshDays } from '#domain/coverage/coverage.ts';
import type { CoverageFacts, Standing, Standings } from '#domain/coverage/coverage.ts';
import { endReasonsGiven } from '#domain/followups/ending.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface CustomerCoverage extends CoverageFacts {
  customerId: string;
  clinicId: string;
}

/**
 * The facts of some of the customers, in the order of their ids. Visits, appointments, consultations and contacts are
 * others' tables: a proof over everybody has to read them all at once.
 */
export async function selectCoverageFacts(
  ctx: TransactionContext,
  which:
    | { clinicIds: readonly string[]; after: string | null; limit: number }
    | { customerIds: readonly string[] },
): Promise<CustomerCoverage[]> {
  const some =
    'customerIds' in which
      ? sql`c.id = any(${[...which.customerIds]}::uuid[])`
      : sql`c.clinic_id = any(${[...which.clinicIds]}::uuid[])
          and (${which.after}::uuid is null or c.id > ${which.after}::uuid)`;
  const limit = 'customerIds' in which ? which.customerIds.length : which.limit;
  const { rows } = await sql<CustomerCoverage>`
    with who as materialized (
      select c.id, c.clinic_id, c.refuses_contact or c.deceased_on is not null or c.moved_away_on is not null as silent,
        case when c.import_batch_id is null then c.created_at end as entered_at
      from customers c
      where c.org_id = ${ctx.orgId} and c.merged_into is null and ${some}
      order by c.id
      limit ${limit})
    select w.id as "customerId", w.clinic_id as "clinicId",
      greatest(w.entered_at, v.came_at, k.asked_at, d.asked_at) as "turnedToUsAt",
      r.customer_id is not null as "hasOpenCase",
      coalesce(f.has_open, false) as "hasOpenFollowup",
      coalesce(v.is_open, false) or coalesce(k.is_open, false) as "isInHand",
      a.customer_id is not null as "hasAppointment",
      f.answered_at as "answeredAt",
      greatest(f.reason_at, k.reason_at, l.reason_at) as "reasonAt",
      w.silent as "wantsNoContact"
    from who w
      left join (
        select v.customer_id, bool_or(v.state = 'open') as is_open,
          max(v.closed_at) filter (where v.import_batch_id is null
            or v.closed_at > v.created_at - make_interval(days => ${sheetIsFreshDays}::integer)) as came_at
        from visits v
        where v.org_id = ${ctx.orgId} and v.customer_id in (select id from who)
        group by v.customer_id) v on v.customer_id = w.id
      left join (
        select f.customer_id, bool_or(f.state = 'open') as has_open,
          max(f.ended_at) filter (where f.state = 'done') as answered_at,
          max(f.ended_at) filter (where f.state = 'refused' or f.state = 'ended'
            and (f.end_reason not like 'fact:%' or f.end_reason = any(${[...endReasonsGiven]}::text[]))) as reason_at
        from followups f
        where f.org_id = ${ctx.orgId} and f.customer_id in (select id from who)
        group by f.customer_id) f on f.customer_id = w.id
      left join (
        select distinct r.customer_id
        from recovery_cases r
        where r.org_id = ${ctx.orgId} and r.state = 'open' and r.customer_id in (select id from who)) r
        on r.customer_id = w.id
      left join (
        select k.customer_id, max(k.opened_at) as asked_at, bool_or(k.state = 'open') as is_open,
          max(k.closed_at) filter (where k.next_step = 'none') as reason_at
        from consultations k
        where k.org_id = ${ctx.orgId} and k.customer_id in (select id from who)
        group by k.customer_id) k on k.customer_id = w.id
      left join (
        select d.customer_id, max(d.at) as asked_at
        from desk_contacts d
        where d.org_id = ${ctx.orgId} and d.withdrawn_at is null and d.customer_id in (select id from who)
        group by d.customer_id) d on d.customer_id = w.id
      left join (
        select l.customer_id, max(l.ended_at) as reason_at
        from lost_customers l
        where l.org_id = ${ctx.orgId} and l.reason is not null and l.customer_id in (select id from who)
        group by l.customer_id) l on l.customer_id = w.id
      left join (
        select distinct a.customer_id
        from appointments a
        where a.org_id = ${ctx.orgId} and a.state = 'booked' and a.starts_at > ${addHours(ctx.now, -graceHours)}
          and a.customer_id in (select id from who)) a on a.customer_id = w.id
    order by w.id`.execute(ctx.db);
  return rows;
}

export async function selectClinics(
  ctx: TransactionContext,
): Promise<{ clinicId: string; zone: TimeZone; createdAt: Instant }[]> {
  return ctx.db
    .selectFrom('clinics')
    .select(['id as clinicId', 'timezone as zone', 'created_at as createdAt'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('id')
    .execute();
}

/** Those of the clinics whose day is not proved yet, held for whoever proves it now. */
export async function claimDays(
  ctx: TransactionContext,
  days: readonly { clinicId: string; day: CalendarDate }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ clinicId: string }>`
    insert into coverage_days (org_id, clinic_id, day, counts, checked_at)
    select ${ctx.orgId}::uuid, d.clinic_id, d.day, '{}', ${ctx.now}::timestamptz
    from unnest(${days.map(({ clinicId }) => clinicId)}::uuid[], ${days.map(({ day }) => day)}::date[]) as d (clinic_id, day)
    on conflict do nothing
    returning clinic_id as "clinicId"`.execute(ctx.db);
  return new Set(rows.map(({ clinicId }) => clinicId));
}

export async function writeDays(
  ctx: TransactionContext,
  days: readonly { clinicId: string; day: CalendarDate; counts: Standings }[],
): Promise<void> {
  await sql`
    insert into coverage_days (org_id, clinic_id, day, counts, checked_at)
    select ${ctx.orgId}::uuid, d.*, ${ctx.now}::timestamptz
    from unnest(${days.map(({ clinicId }) => clinicId)}::uuid[], ${days.map(({ day }) => day)}::date[],
      ${days.map(({ counts }) => JSON.stringify(counts))}::jsonb[]) as d
    on conflict (org_id, clinic_id, day) do update
      set counts = excluded.counts, checked_at = excluded.checked_at`.execute(ctx.db);
}

export interface FoundLost {
  id: string;
  clinicId: string;
  customerId: string;
  since: Instant;
}

/** Lists them; who was kept for a while only is listed again, as found now. */
export async function insertLost(ctx: TransactionContext, found: readonly FoundLost[]): Promise<void> {
  if (found.length === 0) return;
  await sql`
    insert into lost_customers (org_id, id, clinic_id, customer_id, since, found_at)
    select ${ctx.orgId}::uuid, l.*, ${ctx.now}::timestamptz
    from unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ clinicId }) => clinicId)}::uuid[],
      ${found.map(({ customerId }) => customerId)}::uuid[], ${found.map(({ since }) => since)}::timestamptz[]) as l
    on conflict (org_id, customer_id, since) do update
      set ended_at = null, standing = null, found_at = excluded.found_at, version = lost_customers.version + 1
      where lost_customers.ended_at is not null and lost_customers.reason is null`.execute(ctx.db);
}

export async function selectOpenLost(
  ctx: TransactionContext,
  clinicIds: readonly string[],
): Promise<{ id: string; customerId: string }[]> {
  return ctx.db
    .selectFrom('lost_customers')
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`clinic_id = any(${[...clinicIds]}::uuid[])`)
    .execute();
}

export async function endLost(
  ctx: TransactionContext,
  taken: readonly { id: string; standing: Standing }[],
): Promise<void> {
  if (taken.length === 0) return;
  await sql`
    update lost_customers l set ended_at = ${ctx.now}, standing = t.standing, version = l.version + 1
    from unnest(${taken.map(({ id }) => id)}::uuid[], ${taken.map(({ standing }) => standing)}::text[]) as t (id, standing)
    where l.org_id = ${ctx.orgId} and l.id = t.id and l.ended_at is null`.execute(ctx.db);
}

/** False when it has ended already. */
export async function writeReason(ctx: TransactionContext, id: string, reason: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('lost_customers')
    .set((eb) => ({
      standing: 'reason',
      reason,
      ended_at: ctx.now,
      ended_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface StoredLost extends FoundLost {
  ownerId: string | null;
  ownerName: string | null;
  foundAt: Instant;
  version: number;
}

function openLostOf(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  ownerId: string | null | undefined,
) {
  return ctx.db
    .selectFrom('lost_customers as l')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'l.customer_id'),
    )
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.owner_id'))
    .where('l.org_id', '=', ctx.orgId)
    .where('l.ended_at', 'is', null)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`l.clinic_id = any(${[...(clinicIds ?? [])]}::uuid[])`),
    )
    .$if(ownerId !== undefined, (query) =>
      ownerId === null ? query.where('c.owner_id', 'is', null) : query.where('c.owner_id', '=', ownerId!),
    );
}

/** The listed, whoever waits longest first. */
export async function selectLost(
  ctx: TransactionContext,
  which: {
    clinicIds: readonly string[] | null;
    ownerId: string | null | undefined;
    limit: number;
    offset: number;
  },
): Promise<{ items: StoredLost[]; total: number }> {
  const matching = openLostOf(ctx, which.clinicIds, which.ownerId);
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const items = await matching
    .select([
      'l.id',
      'l.clinic_id as clinicId',
      'l.customer_id as customerId',
      'l.since',
      'l.found_at as foundAt',
      'l.version',
      'c.owner_id as ownerId',
      's.name as ownerName',
    ])
    .orderBy('l.since')
    .orderBy('l.id')
    .limit(which.limit)
    .offset(which.offset)
    .execute();
  return { items, total };
}

export async function countLostByOwner(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
): Promise<{ staffId: string | null; name: string | null; customers: number }[]> {
  return openLostOf(ctx, clinicIds, undefined)
    .select((eb) => ['c.owner_id as staffId', 's.name', eb.fn.countAll<number>().as('customers')])
    .groupBy(['c.owner_id', 's.name'])
    .orderBy('customers', 'desc')
    .orderBy('s.name')
    .execute();
}

export async function selectLostById(
  ctx: TransactionContext,
  id: string,
): Promise<{ clinicId: string } | undefined> {
  return ctx.db
    .selectFrom('lost_customers')
    .select('clinic_id as clinicId')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function selectDays(
  ctx: TransactionContext,
  which: { clinicIds: readonly string[] | null; from: CalendarDate; to: CalendarDate },
): Promise<{ clinicId: string; day: CalendarDate; counts: Partial<Standings>; checkedAt: Instant }[]> {
  const rows = await ctx.db
    .selectFrom('coverage_days')
    .select(['clinic_id as clinicId', 'day', 'counts', 'checked_at as checkedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('day', '>=', which.from)
    .where('day', '<=', which.to)
    .$if(which.clinicIds !== null, (query) =>
      query.where(sql<boolean>`clinic_id = any(${[...(which.clinicIds ?? [])]}::uuid[])`),
    )
    .orderBy('day', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, counts: row.counts as Partial<Standings> }));
}

/** Everybody found lost within a time, with what became of it. */
export async function selectFound(
  ctx: TransactionContext,
  which: { clinicIds: readonly string[] | null; from: Instant; to: Instant },
): Promise<
  {
    customerId: string;
    since: Instant;
    endedAt: Instant | null;
    reason: string | null;
    byName: string | null;
  }[]
> {
  return ctx.db
    .selectFrom('lost_customers as l')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'l.ended_by'))
    .select([
      'l.customer_id as customerId',
      'l.since',
      'l.ended_at as endedAt',
      'l.reason',
      's.name as byName',
    ])
    .where('l.org_id', '=', ctx.orgId)
    .where('l.found_at', '>=', which.from)
    .where('l.found_at', '<', which.to)
    .$if(which.clinicIds !== null, (query) =>
      query.where(sql<boolean>`l.clinic_id = any(${[...(which.clinicIds ?? [])]}::uuid[])`),
    )
    .orderBy('l.since')
    .orderBy('l.id')
    .execute();
}
