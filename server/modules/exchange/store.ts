import type { ImportBatch } from '#domain/exchange/contract.ts';
import type { Mapping } from '#domain/exchange/mapping.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A batch as stored: the contract's, with its mapping known for what it is. */
export type Batch = Omit<ImportBatch, 'mapping'> & { mapping: Mapping };
export type BatchState = ImportBatch['state'];
export type Problem = NonNullable<ImportBatch['problem']>;

export const batchColumns = [
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
export const asBatch = (row: Row): Batch => row as Batch;

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
    .returning(batchColumns)
    .executeTakeFirstOrThrow();
  return asBatch(row);
}

export async function selectBatch(ctx: TransactionContext, id: string): Promise<Batch | undefined> {
  const row = await ctx.db
    .selectFrom('import_batches')
    .select(batchColumns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && asBatch(row);
}

/** The batch, held until the transaction ends so that two people cannot both decide about it. */
export async function lockBatch(ctx: TransactionContext, id: string): Promise<Batch | undefined> {
  const row = await ctx.db
    .selectFrom('import_batches')
    .select(batchColumns)
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
    .select(batchColumns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(which.pageSize)
    .offset((which.page - 1) * which.pageSize)
    .execute();
  return { items: rows.map(asBatch), total };
}
