import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { ImportBatch, ImportCounts } from '#domain/exchange/contract.ts';
import type { Mapping } from '#domain/exchange/mapping.ts';
import type { SheetNote } from '#domain/exchange/sheet-reading.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A batch as stored: the contract's, with its mapping known for what it is. */
export type Batch = Omit<ImportBatch, 'mapping'> & { mapping: Mapping };
export type BatchState = ImportBatch['state'];
export type Problem = NonNullable<ImportBatch['problem']>;

const columns = [
  'id',
  'state',
  'file_name as fileName',
  'preset',
  'clinic_id as clinicId',
  'timezone',
  'columns',
  'sample',
  'mapping',
  'counts',
  'progress',
  'problem',
  'created_at as createdAt',
  'finished_at as finishedAt',
  'version',
] as const;

type Row = Omit<Batch, 'state' | 'sample' | 'mapping' | 'counts' | 'problem'> & {
  state: string;
  sample: unknown;
  mapping: unknown;
  counts: unknown;
  problem: unknown;
};

/** What this module wrote as json it reads back as it wrote it. */
const asBatch = (row: Row): Batch => row as Batch;

export async function insertBatch(
  ctx: TransactionContext,
  batch: Pick<
    Batch,
    'id' | 'clinicId' | 'fileName' | 'preset' | 'mapping' | 'timezone' | 'columns' | 'sample' | 'problem'
  > & {
    sha256: string;
  },
): Promise<Batch> {
  const row = await ctx.db
    .insertInto('import_batches')
    .values({
      org_id: ctx.orgId,
      id: batch.id,
      clinic_id: batch.clinicId,
      state: batch.problem === null ? 'checking' : 'refused',
      file_name: batch.fileName,
      file_sha256: batch.sha256,
      preset: batch.preset,
      mapping: JSON.stringify(batch.mapping),
      timezone: batch.timezone,
      columns: batch.columns,
      sample: JSON.stringify(batch.sample),
      problem: batch.problem && JSON.stringify(batch.problem),
      beat_at: ctx.realNow,
      created_at: ctx.now,
      created_by: ctx.actor.id,
      finished_at: batch.problem === null ? null : ctx.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return asBatch(row);
}

export async function selectBatch(ctx: TransactionContext, id: string): Promise<Batch | undefined> {
  const row = await ctx.db
    .selectFrom('import_batches')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && asBatch(row);
}

/** The batch, held until the transaction ends so that two people cannot both decide about it. */
export async function lockBatch(ctx: TransactionContext, id: string): Promise<Batch | undefined> {
  const row = await ctx.db
    .selectFrom('import_batches')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && asBatch(row);
}

export async function selectBatches(
  ctx: TransactionContext,
  which: { clinicIds: readonly string[] | null; page: number; pageSize: number },
): Promise<{ items: Batch[]; total: number }> {
  const matching = ctx.db
    .selectFrom('import_batches')
    .where('org_id', '=', ctx.orgId)
    .$if(which.clinicIds !== null, (query) =>
      query.where('clinic_id', 'in', which.clinicIds!.length ? [...which.clinicIds!] : [ctx.orgId]),
    );
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(which.pageSize)
    .offset((which.page - 1) * which.pageSize)
    .execute();
  return { items: rows.map(asBatch), total };
}

/** Gives the batch to a process that will work on it. */
export async function claimBatch(
  ctx: TransactionContext,
  id: string,
  change: { state: 'checking' | 'running'; mapping?: Mapping },
): Promise<Batch> {
  const row = await ctx.db
    .updateTable('import_batches')
    .set((eb) => ({
      state: change.state,
      ...(change.mapping === undefined ? {} : { mapping: JSON.stringify(change.mapping) }),
      ...(change.state === 'checking' ? { counts: null } : {}),
      progress: 0,
      problem: null,
      beat_at: ctx.realNow,
      finished_at: null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return asBatch(row);
}

/** A sign of life, and how far the work is. */
export async function saveProgress(
  ctx: TransactionContext,
  claim: Pick<Batch, 'id' | 'version'>,
  progress: number,
  beatAt: Instant,
): Promise<void> {
  await ctx.db
    .updateTable('import_batches')
    .set({ progress, beat_at: beatAt })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', claim.id)
    .where('version', '=', claim.version)
    .execute();
}

/** False when the batch was taken away from this process meanwhile. */
export async function finishBatch(
  ctx: TransactionContext,
  claim: Pick<Batch, 'id' | 'version'>,
  end: { state: BatchState; counts?: ImportCounts; problem?: Problem | null; finishedAt: Instant },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('import_batches')
    .set((eb) => ({
      state: end.state,
      ...(end.counts === undefined ? {} : { counts: JSON.stringify(end.counts), progress: end.counts.rows }),
      problem: end.problem ? JSON.stringify(end.problem) : null,
      finished_at: end.finishedAt,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', claim.id)
    .where('version', '=', claim.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Batches that are being worked on and whose process has said nothing since. */
export async function failBatchesSilentSince(
  ctx: TransactionContext,
  since: Instant,
  problem: Problem,
): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('import_batches')
    .set((eb) => ({
      state: 'failed',
      problem: JSON.stringify(problem),
      finished_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('state', 'in', ['checking', 'running'])
    .where((eb) => eb.or([eb('beat_at', 'is', null), eb('beat_at', '<', since)]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Two imports into one organization come one after the other: they would wait for each other's customers in turn. */
export async function waitForOtherRuns(ctx: TransactionContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`import ${ctx.orgId}`}))`.execute(ctx.db);
}

/**
 * Keeps the database from counting these tables anew while a run fills them: it sees none of the run's rows, would
 * take the tables for empty, and from then on look for every referenced row by reading all of them. Others read and
 * write as always. Where another import holds them already, that serves as well.
 */
export async function holdStatistics(ctx: TransactionContext): Promise<void> {
  await sql`savepoint before_statistics`.execute(ctx.db);
  try {
    await sql`set local lock_timeout = '3s'`.execute(ctx.db);
    await sql`lock table customers, appointments, visits in share update exclusive mode`.execute(ctx.db);
    await sql`set local lock_timeout = default`.execute(ctx.db);
    await sql`release savepoint before_statistics`.execute(ctx.db);
  } catch (error) {
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    await sql`rollback to savepoint before_statistics`.execute(ctx.db);
  }
}

const lockNotAvailable = '55P03';

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
