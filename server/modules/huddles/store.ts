import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { HuddleLine } from '#domain/huddles/contract.ts';
import type { HuddleKind, NewLine } from '#domain/huddles/pack.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';

export interface HuddleRow {
  id: string;
  clinicId: string;
  day: CalendarDate;
  kind: HuddleKind;
  madeAt: Instant;
  heldAt: Instant | null;
  heldByName: string | null;
}

const staffOf = (ctx: TransactionContext) => (ctx.actor.kind === 'staff' ? ctx.actor.id : null);

/** The packs of those days that are made, of all clinics. */
export async function selectMade(
  ctx: TransactionContext,
  days: readonly CalendarDate[],
): Promise<{ clinicId: string; day: CalendarDate; kind: HuddleKind }[]> {
  const rows = await ctx.db
    .selectFrom('huddles')
    .select(['clinic_id as clinicId', 'day', 'kind'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`day = any(${[...days]}::date[])`)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as HuddleKind }));
}

export async function selectHuddle(
  ctx: TransactionContext,
  which: { id: string } | { clinicId: string; day: CalendarDate; kind: HuddleKind },
): Promise<HuddleRow | undefined> {
  const row = await ctx.db
    .selectFrom('huddles as h')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'h.held_by'))
    .select([
      'h.id',
      'h.clinic_id as clinicId',
      'h.day',
      'h.kind',
      'h.made_at as madeAt',
      'h.held_at as heldAt',
      's.name as heldByName',
    ])
    .where('h.org_id', '=', ctx.orgId)
    .$if('id' in which, (query) => query.where('h.id', '=', (which as { id: string }).id))
    .$if('day' in which, (query) => {
      const { clinicId, day, kind } = which as { clinicId: string; day: CalendarDate; kind: HuddleKind };
      return query.where('h.clinic_id', '=', clinicId).where('h.day', '=', day).where('h.kind', '=', kind);
    })
    .executeTakeFirst();
  return row as HuddleRow | undefined;
}

/** The meeting of that day, made now where there is none. */
export async function ensureHuddle(
  ctx: TransactionContext,
  huddle: { clinicId: string; day: CalendarDate; kind: HuddleKind },
): Promise<string> {
  const { clinicId, day, kind } = huddle;
  const id = derivedId('huddle', ctx.orgId, clinicId, day, kind);
  await ctx.db
    .insertInto('huddles')
    .values({ org_id: ctx.orgId, id, clinic_id: clinicId, day, kind, made_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

export async function updateHeld(ctx: TransactionContext, id: string): Promise<boolean> {
  const done = await ctx.db
    .updateTable('huddles')
    .set({ held_at: ctx.now, held_by: staffOf(ctx) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('held_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** What is talked about for the first time; what is known already is not entered again. */
export async function insertLines(
  ctx: TransactionContext,
  of: { clinicId: string; day: CalendarDate },
  lines: readonly NewLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await ctx.db
    .insertInto('huddle_lines')
    .values(
      lines.map(({ kind, subjectId, customerId, facts }) => ({
        org_id: ctx.orgId,
        id: derivedId('huddle line', ctx.orgId, of.clinicId, kind, subjectId),
        clinic_id: of.clinicId,
        kind,
        subject_id: subjectId,
        customer_id: customerId,
        facts: JSON.stringify(facts),
        first_on: of.day,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everything open of the clinic is on the pack; what is older than this meeting was carried over. */
export async function insertItems(
  ctx: TransactionContext,
  huddleId: string,
  of: { clinicId: string; newIds: readonly string[] },
): Promise<void> {
  const open = await ctx.db
    .selectFrom('huddle_lines')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', of.clinicId)
    .where('closed_at', 'is', null)
    .execute();
  if (open.length === 0) return;
  await ctx.db
    .insertInto('huddle_items')
    .values(
      open.map(({ id }) => ({
        org_id: ctx.orgId,
        id: derivedId('huddle item', ctx.orgId, huddleId, id),
        huddle_id: huddleId,
        line_id: id,
        is_carried: !of.newIds.includes(id),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which of these were never talked about in another meeting. */
export async function selectNewIds(
  ctx: TransactionContext,
  huddleId: string,
  clinicId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from huddle_lines l
    where l.org_id = ${ctx.orgId} and l.clinic_id = ${clinicId} and l.closed_at is null
      and not exists (select 1 from huddle_items i where i.org_id = ${ctx.orgId} and i.line_id = l.id
        and i.huddle_id <> ${huddleId})`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

export type LineRow = Omit<HuddleLine, 'customerName' | 'customerNumber'> & { clinicId: string };

/** The lines of a meeting in the order they were entered, or one line. */
export async function selectLines(
  ctx: TransactionContext,
  which: { huddleId: string } | { lineId: string },
): Promise<LineRow[]> {
  const some = 'huddleId' in which ? sql`i.huddle_id = ${which.huddleId}` : sql`l.id = ${which.lineId}`;
  const { rows } = await sql<LineRow>`
    select distinct on (l.id) l.id, l.clinic_id as "clinicId", l.kind, l.subject_id as "subjectId",
      l.customer_id as "customerId", l.facts, l.first_on as "firstOn", coalesce(i.is_carried, false) as "isCarried",
      l.owner_id as "ownerId", o.name as "ownerName", l.due_at as "dueAt", l.followup_id as "followupId",
      l.closed_at as "closedAt", c.name as "closedByName", l.closed_how as "closedHow", l.outcome, l.version
    from huddle_lines l
      left join huddle_items i on i.org_id = ${ctx.orgId} and i.line_id = l.id
      left join staff o on o.org_id = ${ctx.orgId} and o.id = l.owner_id
      left join staff c on c.org_id = ${ctx.orgId} and c.id = l.closed_by
    where l.org_id = ${ctx.orgId} and ${some}
    order by l.id, i.id`.execute(ctx.db);
  return rows;
}

export async function lockLine(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .selectFrom('huddle_lines')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateLine(
  ctx: TransactionContext,
  id: string,
  change: { ownerId: string; dueAt: Instant; followupId: string } | { outcome: string },
): Promise<void> {
  await ctx.db
    .updateTable('huddle_lines')
    .set((eb) => ({
      ...('ownerId' in change
        ? { owner_id: change.ownerId, due_at: change.dueAt, followup_id: change.followupId }
        : {
            ...{ closed_at: ctx.now, closed_by: staffOf(ctx), closed_how: 'word' },
            outcome: change.outcome,
          }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What the record has settled needs nobody's word. */
export async function settleLines(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('huddle_lines')
    .set((eb) => ({ closed_at: ctx.now, closed_how: 'fact', version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('closed_at', 'is', null)
    .execute();
}
