import type { Instant } from '#domain/base/time.ts';
import type { ScriptDraft, ScriptVersion } from '#domain/scripts/contract.ts';
import { ScriptDefinition } from '#domain/scripts/script.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export type StoredVersion = ScriptVersion & { code: string };
export type StoredDraft = ScriptDraft & { id: string; code: string };

/** What was published, the newest first: of one script, or of all. */
export async function selectVersions(ctx: TransactionContext, code?: string): Promise<StoredVersion[]> {
  const rows = await versions(ctx)
    .$if(code !== undefined, (query) => query.where('v.code', '=', code!))
    .orderBy('v.code')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: ScriptDefinition.parse(definition) }));
}

/** The version of each of these scripts that was published last. */
export async function selectNewest(
  ctx: TransactionContext,
  codes: readonly string[],
): Promise<StoredVersion[]> {
  const rows = await versions(ctx)
    .distinctOn('v.code')
    .where('v.code', 'in', codes)
    .orderBy('v.code')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: ScriptDefinition.parse(definition) }));
}

function versions(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('script_versions as v')
    .leftJoin('staff as p', (join) =>
      join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'v.published_by'),
    )
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'v.approved_by'))
    .select([
      'v.code',
      'v.version',
      'v.definition',
      'v.published_at as publishedAt',
      'p.name as publishedByName',
      'v.approved_at as approvedAt',
      'a.name as approvedByName',
      'v.note',
    ])
    .where('v.org_id', '=', ctx.orgId);
}

/** False where somebody else published that version first. */
export async function insertVersion(
  ctx: TransactionContext,
  version: {
    id: string;
    version: number;
    definition: ScriptDefinition;
    approvedById: string | null;
    approvedAt: Instant | null;
    note: string | null;
  },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('script_versions')
    .values({
      org_id: ctx.orgId,
      id: version.id,
      code: version.definition.code,
      version: version.version,
      definition: JSON.stringify(version.definition),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      approved_by: version.approvedById,
      approved_at: version.approvedAt,
      note: version.note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function selectDrafts(ctx: TransactionContext, code?: string): Promise<StoredDraft[]> {
  const rows = await ctx.db
    .selectFrom('script_drafts as d')
    .leftJoin('staff as u', (join) => join.on('u.org_id', '=', ctx.orgId).onRef('u.id', '=', 'd.updated_by'))
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'd.approved_by'))
    .select([
      'd.id',
      'd.code',
      'd.definition',
      'd.based_on as basedOn',
      'd.author_ids as authorIds',
      'd.updated_at as updatedAt',
      'u.name as updatedByName',
      'd.approved_at as approvedAt',
      'd.approved_by as approvedById',
      'a.name as approvedByName',
      'd.version',
    ])
    .where('d.org_id', '=', ctx.orgId)
    .$if(code !== undefined, (query) => query.where('d.code', '=', code!))
    .orderBy('d.code')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: ScriptDefinition.parse(definition) }));
}

/** Holds the draft until the transaction ends; its version is asked after that. */
export async function lockDraft(ctx: TransactionContext, code: string): Promise<void> {
  await ctx.db
    .selectFrom('script_drafts')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('code', '=', code)
    .forUpdate()
    .execute();
}

/** False where somebody else began a draft of it first. */
export async function insertDraft(
  ctx: TransactionContext,
  draft: { id: string; definition: ScriptDefinition; basedOn: number; authorIds: string[] },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('script_drafts')
    .values({
      org_id: ctx.orgId,
      id: draft.id,
      code: draft.definition.code,
      definition: JSON.stringify(draft.definition),
      based_on: draft.basedOn,
      author_ids: draft.authorIds,
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Written anew; what a doctor approved was the text before. */
export async function updateDraft(
  ctx: TransactionContext,
  draft: { id: string; definition: ScriptDefinition; authorIds: string[] },
): Promise<void> {
  await ctx.db
    .updateTable('script_drafts')
    .set((eb) => ({
      definition: JSON.stringify(draft.definition),
      author_ids: draft.authorIds,
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      approved_by: null,
      approved_at: null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', draft.id)
    .execute();
}

export async function updateApproved(ctx: TransactionContext, id: string, by: string): Promise<void> {
  await ctx.db
    .updateTable('script_drafts')
    .set((eb) => ({ approved_by: by, approved_at: ctx.now, version: eb('version', '+', 1) }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db.deleteFrom('script_drafts').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}
