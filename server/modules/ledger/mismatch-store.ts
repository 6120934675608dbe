import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { addDays } from '#domain/base/time.ts';
import type { EntryKind } from '#domain/ledger/entry.ts';
import type { DayOfBooks, FoundMismatch, MismatchKind } from '#domain/ledger/mismatch.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredMismatch extends FoundMismatch {
  id: string;
  clinicId: string;
  day: CalendarDate;
  resolvedAt: Instant | null;
  resolvedBy: string | null;
  note: string | null;
  version: number;
}

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

export async function insertMismatches(
  ctx: TransactionContext,
  clinicId: string,
  day: CalendarDate,
  found: readonly (FoundMismatch & { id: string })[],
): Promise<void> {
  if (found.length === 0) return;
  await ctx.db
    .insertInto('ledger_mismatches')
    .values(
      found.map((mismatch) => ({
        org_id: ctx.orgId,
        id: mismatch.id,
        clinic_id: clinicId,
        customer_id: mismatch.customerId,
        kind: mismatch.kind,
        day,
        visit_id: mismatch.visitId,
        entry_id: mismatch.entryId,
        appointment_id: mismatch.appointmentId,
        found_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const columns = [
  'm.id',
  'm.clinic_id as clinicId',
  'm.customer_id as customerId',
  'm.kind',
  'm.day',
  'm.visit_id as visitId',
  'm.entry_id as entryId',
  'm.appointment_id as appointmentId',
  'm.resolved_at as resolvedAt',
  's.name as resolvedBy',
  'm.note',
  'm.version',
] as const;

const asMismatch = <T extends { kind: string }>(row: T) => ({ ...row, kind: row.kind as MismatchKind });

function withResolvers(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('ledger_mismatches as m')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'm.resolved_by'))
    .where('m.org_id', '=', ctx.orgId);
}

export async function selectMismatches(
  ctx: TransactionContext,
  which: {
    state: 'open' | 'resolved';
    clinicIds: readonly string[] | null;
    limit: number;
    offset: number;
  },
): Promise<{ items: StoredMismatch[]; total: number }> {
  const matching = withResolvers(ctx)
    .where('m.resolved_at', which.state === 'open' ? 'is' : 'is not', null)
    .$if(which.clinicIds !== null, (query) =>
      query.where(sql<boolean>`m.clinic_id = any(${[...(which.clinicIds ?? [])]}::uuid[])`),
    );
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(columns)
    .$if(which.state === 'resolved', (query) => query.orderBy('m.resolved_at', 'desc'))
    .orderBy('m.day', 'desc')
    .orderBy('m.id')
    .limit(which.limit)
    .offset(which.offset)
    .execute();
  return { items: rows.map(asMismatch), total };
}

export async function selectMismatch(
  ctx: TransactionContext,
  id: string,
): Promise<StoredMismatch | undefined> {
  const row = await withResolvers(ctx).select(columns).where('m.id', '=', id).executeTakeFirst();
  return row && asMismatch(row);
}

/** False when somebody else has resolved it. */
export async function markResolved(ctx: TransactionContext, id: string, note: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('ledger_mismatches')
    .set((eb) => ({
      resolved_at: ctx.now,
      resolved_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      note,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
