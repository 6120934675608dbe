import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { addDays } from '#domain/base/time.ts';
import type { EntryKind } from '#domain/ledger/entry.ts';
import type { DayOfBooks } from '#domain/ledger/mismatch.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export async function selectLastChecks(
  ctx: TransactionContext,
): Promise<{ clinicId: string; zone: string; checkedOn: CalendarDate | null }[]> {
  const { rows } = await sql<{ clinicId: string; zone: string; checkedOn: CalendarDate | null }>`
    select c.id as "clinicId", c.timezone as zone,
      (select max(l.day) from ledger_checks l where l.org_id = ${ctx.orgId} and l.clinic_id = c.id) as "checkedOn"
    from clinics c
    where c.org_id = ${ctx.orgId}`.execute(ctx.db);
  return rows;
}

/** True for the one who checks this day. */
export async function claimCheck(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('ledger_checks')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, day, checked_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

// Visits, charts and appointments are others' tables: a check of the books against them has to read them.

const overnightDays = 31;

export async function selectClosedVisits(
  ctx: TransactionContext,
  clinicId: string,
  day: { on: CalendarDate; from: Instant; to: Instant },
): Promise<DayOfBooks['visits']> {
  const { rows } = await sql<DayOfBooks['visits'][number]>`
    select v.id, v.customer_id as "customerId", v.visited_on as "on", count(t.id)::integer as treatments
    from visits v
      left join treatments t on t.org_id = ${ctx.orgId} and t.visit_id = v.id
    where v.org_id = ${ctx.orgId} and v.clinic_id = ${clinicId} and v.import_batch_id is null
      and v.visited_on between ${addDays(day.on, -overnightDays)} and ${day.on}
      and v.closed_at >= ${day.from} and v.closed_at < ${day.to}
    group by v.org_id, v.id
    order by v.id`.execute(ctx.db);
  return rows;
}

export async function selectStandingEntries(
  ctx: TransactionContext,
  clinicId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<DayOfBooks['entries']> {
  const rows = await ctx.db
    .selectFrom('ledger_entries as e')
    .leftJoin('ledger_entries as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.reverses_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.customer_id as customerId', 'e.booked_on as on', 'e.kind', 'e.visit_id as visitId'])
    .where('e.org_id', '=', ctx.orgId)
    .where('e.clinic_id', '=', clinicId)
    .where('e.booked_on', '>=', from)
    .where('e.booked_on', '<=', to)
    .where('e.import_batch_id', 'is', null)
    .where('e.kind', '<>', 'reversal')
    .where('r.id', 'is', null)
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }));
}

/** Who of these was in any clinic of the organization that day. */
export async function selectVisitors(
  ctx: TransactionContext,
  customerIds: readonly string[],
  day: CalendarDate,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('visits')
    .select('customer_id as id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('visited_on', '=', day)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return rows.map((row) => row.id);
}

export async function selectKeptAppointments(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<DayOfBooks['kept']> {
  return ctx.db
    .selectFrom('appointments')
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '=', day)
    .where('state', '=', 'kept')
    .where('import_batch_id', 'is', null)
    .orderBy('id')
    .execute();
}

/** The last deposit that stands of each customer whose money still lies here, and when they last came. */
export async function selectHeldDeposits(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
): Promise<DayOfBooks['deposits']> {
  const { rows } = await sql<DayOfBooks['deposits'][number]>`
    with held as (
      select p.customer_id from ledger_postings p
      where p.org_id = ${ctx.orgId} and p.account = 'deposit'
      group by p.customer_id having sum(p.fen) < 0
    )
    select distinct on (e.customer_id) e.id as "entryId", e.customer_id as "customerId", e.booked_on as "on",
      (select max(v.visited_on) from visits v
        where v.org_id = ${ctx.orgId} and v.customer_id = e.customer_id and v.visited_on <= ${day}) as "lastVisitOn"
    from held h
      join ledger_entries e on e.org_id = ${ctx.orgId} and e.customer_id = h.customer_id
    where e.org_id = ${ctx.orgId} and e.kind = 'deposit' and e.clinic_id = ${clinicId} and e.booked_on <= ${day}
      and not exists (select from ledger_entries r where r.org_id = ${ctx.orgId} and r.reverses_id = e.id)
    order by e.customer_id, e.booked_on desc, e.id desc`.execute(ctx.db);
  return rows;
}

export async function hasBookedSince(
  ctx: TransactionContext,
  clinicId: string,
  since: CalendarDate,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('ledger_entries')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('booked_on', '>=', since)
    .where('import_batch_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
