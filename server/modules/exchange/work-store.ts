import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { ImportCounts } from '#domain/exchange/contract.ts';
import type { Mapping } from '#domain/exchange/mapping.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { asBatch, batchColumns, type Batch, type BatchState, type Problem } from './store.ts';

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
    .returning(batchColumns)
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
