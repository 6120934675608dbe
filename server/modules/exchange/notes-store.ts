import { sql } from 'kysely';
import type { SheetNote } from '#domain/exchange/sheet-reading.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export async function deleteNotes(ctx: TransactionContext, batchId: string): Promise<void> {
  await ctx.db
    .deleteFrom('import_notes')
    .where('org_id', '=', ctx.orgId)
    .where('batch_id', '=', batchId)
    .execute();
}

export async function insertNotes(
  ctx: TransactionContext,
  batchId: string,
  notes: readonly SheetNote[],
): Promise<void> {
  if (notes.length === 0) return;
  await sql`
    insert into import_notes (org_id, batch_id, line, position, level, column_name, code, given)
    select ${ctx.orgId}::uuid, ${batchId}::uuid, n.line, n.position, n.level, n.column_name, n.code, n.given
    from unnest(${notes.map((note) => note.line)}::integer[], ${positionsOf(notes)}::integer[],
      ${notes.map((note) => note.level)}::text[], ${notes.map((note) => note.column)}::text[],
      ${notes.map((note) => note.code)}::text[], ${notes.map((note) => note.given)}::text[])
      as n(line, position, level, column_name, code, given)`.execute(ctx.db);
}

/** The first, second … flaw of its line. The notes of a line stand together. */
function positionsOf(notes: readonly SheetNote[]): number[] {
  let position = 0;
  return notes.map((note, index) => (position = notes[index - 1]?.line === note.line ? position + 1 : 0));
}

const noteColumns = ['line', 'level', 'column_name as column', 'code', 'given'] as const;

export async function selectNotes(
  ctx: TransactionContext,
  batchId: string,
  which: { page: number; pageSize: number },
) {
  const matching = ctx.db
    .selectFrom('import_notes')
    .where('org_id', '=', ctx.orgId)
    .where('batch_id', '=', batchId);
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(noteColumns)
    .orderBy('line')
    .orderBy('position')
    .limit(which.pageSize)
    .offset((which.page - 1) * which.pageSize)
    .execute();
  return { items: rows.map((row) => ({ ...row, level: row.level as SheetNote['level'] })), total };
}

/** The notes after a place, a few thousand at a time, so that a long report is never held whole. */
export async function selectNotesAfter(
  ctx: TransactionContext,
  batchId: string,
  after: { line: number; position: number },
  limit: number,
) {
  const rows = await ctx.db
    .selectFrom('import_notes')
    .select([...noteColumns, 'position'])
    .where('org_id', '=', ctx.orgId)
    .where('batch_id', '=', batchId)
    .where(sql<boolean>`(line, position) > (${after.line}, ${after.position})`)
    .orderBy('line')
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as SheetNote['level'] }));
}
