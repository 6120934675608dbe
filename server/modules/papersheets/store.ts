import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { LineResult, SheetKind } from '#domain/papersheets/line.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';
import { derivedId } from '#server/platform/ids.ts';

export interface SheetRow {
  id: string;
  kind: SheetKind;
  day: CalendarDate;
  madeAt: Instant;
  printedAt: Instant | null;
  printedByName: string | null;
}

export interface NewLine {
  id: string;
  sheet_id: string;
  customer_id: string;
  position: number;
  code: string;
  appointment_id: string | null;
  followup_ids: string[] | null;
  staff_id: string | null;
  role: string | null;
  at: Instant;
  added_at: Instant | null;
}

export interface LineRow {
  id: string;
  sheetId: string;
  kind: SheetKind;
  clinicId: string;
  day: CalendarDate;
  /** When the line was, with its sheet or later. */
  madeAt: Instant;
  printedAt: Instant | null;
  position: number;
  code: string;
  customerId: string;
  appointmentId: string | null;
  followupIds: string[] | null;
  staffId: string | null;
  staffName: string | null;
  role: string | null;
  at: Instant;
  result: LineResult | null;
  happenedAt: Instant | null;
  enteredAt: Instant | null;
  enteredByName: string | null;
}

type OfDay = { clinicId: string; day: CalendarDate };

/** The sheets of a day as they are; made where they are not there yet. */
export async function ensureSheets(
  ctx: TransactionContext,
  { clinicId, day, kinds }: OfDay & { kinds: readonly SheetKind[] },
): Promise<void> {
  await ctx.db
    .insertInto('paper_sheets')
    .values(
      kinds.map((kind) => ({
        ...{ org_id: ctx.orgId, id: derivedId('paper-sheet', ctx.orgId, clinicId, day, kind) },
        ...{ clinic_id: clinicId, day, kind, made_at: ctx.now },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Held, so that of two who bring them up to date each line is added once.
  await ctx.db
    .selectFrom('paper_sheets')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '=', day)
    .orderBy('kind')
    .forNoKeyUpdate()
    .execute();
}

export async function selectSheets(ctx: TransactionContext, { clinicId, day }: OfDay): Promise<SheetRow[]> {
  const rows = await ctx.db
    .selectFrom('paper_sheets as s')
    .leftJoin('staff as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 's.printed_by'))
    .select([
      's.id',
      's.kind',
      's.day',
      's.made_at as madeAt',
      's.printed_at as printedAt',
      'p.name as printedByName',
    ])
    .where('s.org_id', '=', ctx.orgId)
    .where('s.clinic_id', '=', clinicId)
    .where('s.day', '=', day)
    .orderBy('s.kind')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SheetKind }));
}

/** The days with sheets from that one on, the latest first. */
export async function selectDays(
  ctx: TransactionContext,
  { clinicId, from }: { clinicId: string; from: CalendarDate },
): Promise<CalendarDate[]> {
  const rows = await ctx.db
    .selectFrom('paper_sheets')
    .select('day')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('day', '>=', from)
    .orderBy('day', 'desc')
    .execute();
  return rows.map(({ day }) => day);
}

/** As they stand on the sheets, or the one that a code or an id means. */
export async function selectLines(
  ctx: TransactionContext,
  which: OfDay | { code: string } | { id: string },
): Promise<LineRow[]> {
  const of = 'day' in which ? which : null;
  const one = 'code' in which ? which.code : null;
  const id = 'id' in which ? which.id : null;
  const rows = await ctx.db
    .selectFrom('paper_lines as l')
    .innerJoin('paper_sheets as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'l.sheet_id'),
    )
    .leftJoin('staff as w', (join) => join.on('w.org_id', '=', ctx.orgId).onRef('w.id', '=', 'l.staff_id'))
    .leftJoin('staff as e', (join) => join.on('e.org_id', '=', ctx.orgId).onRef('e.id', '=', 'l.entered_by'))
    .select((eb) => [
      'l.id',
      'l.sheet_id as sheetId',
      's.kind',
      's.clinic_id as clinicId',
      's.day',
      eb.fn.coalesce('l.added_at', 's.made_at').as('madeAt'),
      'l.printed_at as printedAt',
      'l.position',
      'l.code',
      'l.customer_id as customerId',
      'l.appointment_id as appointmentId',
      'l.followup_ids as followupIds',
      'l.staff_id as staffId',
      'w.name as staffName',
      'l.role',
      'l.at',
      'l.result',
      'l.happened_at as happenedAt',
      'l.entered_at as enteredAt',
      'e.name as enteredByName',
    ])
    .where('l.org_id', '=', ctx.orgId)
    .$if(of !== null, (query) => query.where('s.clinic_id', '=', of!.clinicId).where('s.day', '=', of!.day))
    .$if(one !== null, (query) => query.where('l.code', '=', one!))
    .$if(id !== null, (query) => query.where('l.id', '=', id!))
    .orderBy('s.kind')
    .orderBy('l.position')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as SheetKind,
    result: row.result as LineResult | null,
  }));
}

/** Gives the ids of those that are there now: a line whose code another one has is left for a new code. */
export function insertLines(ctx: TransactionContext, lines: readonly NewLine[]): Promise<string[]> {
  return insertMany<NewLine>(
    ctx,
    'paper_lines',
    {
      id: 'uuid',
      sheet_id: 'uuid',
      customer_id: 'uuid',
      position: 'integer',
      code: 'text',
      appointment_id: 'uuid',
      followup_ids: 'uuid[]',
      staff_id: 'uuid',
      role: 'text',
      at: 'timestamptz',
      added_at: 'timestamptz',
    },
    lines,
  );
}

/** A call that lies on no desk yet is made about these too. */
export async function saveFollowups(
  ctx: TransactionContext,
  id: string,
  followupIds: readonly string[],
): Promise<void> {
  await ctx.db
    .updateTable('paper_lines')
    .set({ followup_ids: [...followupIds] })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Held until the transaction ends: a line is entered once. */
export async function lockLine(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .selectFrom('paper_lines')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

export async function saveEntered(
  ctx: TransactionContext,
  id: string,
  entered: { result: LineResult; happenedAt: Instant | null },
): Promise<void> {
  await ctx.db
    .updateTable('paper_lines')
    .set({
      ...{ result: entered.result, happened_at: entered.happenedAt },
      ...{ entered_at: ctx.now, entered_by: ctx.actor.id },
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function savePrinted(
  ctx: TransactionContext,
  { sheetIds, lineIds }: { sheetIds: readonly string[]; lineIds: readonly string[] },
): Promise<void> {
  await ctx.db
    .updateTable('paper_sheets')
    .set({ printed_at: ctx.now, printed_by: ctx.actor.id })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...sheetIds]}::uuid[])`)
    .execute();
  await ctx.db
    .updateTable('paper_lines')
    .set({ printed_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...lineIds]}::uuid[])`)
    .execute();
}
