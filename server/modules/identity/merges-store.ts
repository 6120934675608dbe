import type { Instant } from '#domain/base/time.ts';
import type { ListMerges, Merge } from '#domain/identity/contract.ts';
import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';
import type { MergedRecords } from '../customers/merge-records.ts';
import type { MovedRows } from './references-store.ts';

export async function insertMerge(
  ctx: TransactionContext,
  merge: { id: string; keepId: string; goneId: string; moved: MovedRows[]; records: MergedRecords },
): Promise<void> {
  await ctx.db
    .insertInto('merges')
    .values({
      org_id: ctx.orgId,
      id: merge.id,
      keep_id: merge.keepId,
      gone_id: merge.goneId,
      moved: JSON.stringify(merge.moved),
      keep_before: JSON.stringify(merge.records.keepBefore),
      keep_after: JSON.stringify(merge.records.keepAfter),
      gone_before: JSON.stringify(merge.records.goneBefore),
      merged_at: ctx.now,
      merged_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export interface MergeToUndo {
  id: string;
  keepId: string;
  goneId: string;
  moved: MovedRows[];
  records: MergedRecords;
  undoneAt: Instant | null;
}

/** The merge, held until the transaction ends, so that it is undone once. */
export async function lockMerge(ctx: TransactionContext, id: string): Promise<MergeToUndo | undefined> {
  const row = await ctx.db
    .selectFrom('merges')
    .select(['id', 'keep_id', 'gone_id', 'moved', 'keep_before', 'keep_after', 'gone_before', 'undone_at'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      keepId: row.keep_id,
      goneId: row.gone_id,
      moved: row.moved as MovedRows[],
      records: {
        keepBefore: row.keep_before as MergedRecords['keepBefore'],
        keepAfter: row.keep_after as MergedRecords['keepAfter'],
        goneBefore: row.gone_before as MergedRecords['goneBefore'],
      },
      undoneAt: row.undone_at,
    }
  );
}

export async function markUndone(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('merges')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Rows that came to the record that is gone while it went: they belong to the merge as well. */
export async function addMoved(ctx: TransactionContext, id: string, moved: MovedRows[]): Promise<void> {
  await sql`
    update merges set moved = moved || ${JSON.stringify(moved)}::jsonb
    where org_id = ${ctx.orgId} and id = ${id}`.execute(ctx.db);
}

/** Merges whose records are all of these clinics (null is every one), the last first; or one of them. */
export async function selectMerges(
  ctx: TransactionContext,
  question: ListMerges & { id?: string; visible: readonly string[] | null },
): Promise<{ rows: Merge[]; total: number }> {
  const query = ctx.db
    .selectFrom('merges as m')
    .innerJoin('customers as keep', (join) =>
      join.on('keep.org_id', '=', ctx.orgId).onRef('keep.id', '=', 'm.keep_id'),
    )
    .innerJoin('customers as gone', (join) =>
      join.on('gone.org_id', '=', ctx.orgId).onRef('gone.id', '=', 'm.gone_id'),
    )
    .where('m.org_id', '=', ctx.orgId)
    .$if(question.id !== undefined, (one) => one.where('m.id', '=', question.id!))
    .$if(question.visible !== null, (seen) => {
      const ids = [...question.visible!];
      return seen.where(
        sql<boolean>`keep.clinic_id = any(${ids}::uuid[]) and gone.clinic_id = any(${ids}::uuid[])`,
      );
    });
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'm.merged_by'))
    .leftJoin('staff as u', (join) => join.on('u.org_id', '=', ctx.orgId).onRef('u.id', '=', 'm.undone_by'))
    .select([
      'm.id',
      'm.keep_id as keepId',
      'keep.name as keepName',
      'keep.number as keepNumber',
      'm.gone_id as goneId',
      'gone.name as goneName',
      'gone.number as goneNumber',
      'm.merged_at as mergedAt',
      's.name as mergedByName',
      'm.undone_at as undoneAt',
      'u.name as undoneByName',
    ])
    .orderBy('m.merged_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(question.pageSize)
    .offset((question.page - 1) * question.pageSize)
    .execute();
  return { rows, total };
}
