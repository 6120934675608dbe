import type { FormDraft, FormVersion } from '#domain/forms/contract.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

export type StoredVersion = FormVersion & { id: string; code: string };
export type StoredDraft = FormDraft & { id: string; code: string };

/** What was published of a form, the newest first. */
export async function selectVersions(ctx: TransactionContext, code: string): Promise<StoredVersion[]> {
  const rows = await versionsOf(ctx).where('v.code', '=', code).orderBy('v.version', 'desc').execute();
  return rows.map(asVersion);
}

/** What was published last: of one form, or of each of them. */
export async function selectNewest(ctx: TransactionContext, code?: string): Promise<StoredVersion[]> {
  const rows = await versionsOf(ctx)
    .$if(code !== undefined, (query) => query.where('v.code', '=', code!))
    .distinctOn('v.code')
    .orderBy('v.code')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(asVersion);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['execute']>>[number];

const asVersion = ({ definition, ...row }: VersionRow): StoredVersion => ({
  ...row,
  definition: FormDefinition.parse(definition),
});

function versionsOf(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('form_versions as v')
    .leftJoin('staff as p', (join) =>
      join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'v.published_by'),
    )
    .select([
      'v.id',
      'v.code',
      'v.version',
      'v.definition',
      'v.is_shipped as isShipped',
      'v.published_at as publishedAt',
      'p.name as publishedByName',
    ])
    .where('v.org_id', '=', ctx.orgId);
}

export async function selectVersion(
  ctx: TransactionContext,
  id: string,
): Promise<{ version: number; definition: FormDefinition }> {
  const row = await ctx.db
    .selectFrom('form_versions')
    .select(['version', 'definition'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .modifyEnd(often)
    .executeTakeFirstOrThrow();
  return { version: row.version, definition: FormDefinition.parse(row.definition) };
}

/** False where somebody else published that version first. */
export async function insertVersion(
  ctx: TransactionContext,
  version: { id: string; version: number; definition: FormDefinition; isShipped: boolean },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('form_versions')
    .values({
      org_id: ctx.orgId,
      id: version.id,
      code: version.definition.code,
      version: version.version,
      definition: JSON.stringify(version.definition),
      is_shipped: version.isShipped,
      published_at: ctx.now,
      published_by: !version.isShipped && ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function selectDrafts(ctx: TransactionContext, code?: string): Promise<StoredDraft[]> {
  const rows = await ctx.db
    .selectFrom('form_drafts as d')
    .leftJoin('staff as u', (join) => join.on('u.org_id', '=', ctx.orgId).onRef('u.id', '=', 'd.updated_by'))
    .select([
      'd.id',
      'd.code',
      'd.definition',
      'd.based_on as basedOn',
      'd.updated_at as updatedAt',
      'u.name as updatedByName',
      'd.version',
    ])
    .where('d.org_id', '=', ctx.orgId)
    .$if(code !== undefined, (query) => query.where('d.code', '=', code!))
    .orderBy('d.code')
    .execute();
  return rows.map(({ definition, ...row }) => ({ ...row, definition: FormDefinition.parse(definition) }));
}

/** Holds the draft until the transaction ends; its version is asked after that. */
export async function lockDraft(ctx: TransactionContext, code: string): Promise<void> {
  await ctx.db
    .selectFrom('form_drafts')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('code', '=', code)
    .forUpdate()
    .execute();
}

/** False where somebody else began a draft of it first. */
export async function insertDraft(
  ctx: TransactionContext,
  draft: { id: string; definition: FormDefinition; basedOn: number },
): Promise<boolean> {
  const done = await ctx.db
    .insertInto('form_drafts')
    .values({
      org_id: ctx.orgId,
      id: draft.id,
      code: draft.definition.code,
      definition: JSON.stringify(draft.definition),
      based_on: draft.basedOn,
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function updateDraft(
  ctx: TransactionContext,
  draft: { id: string; definition: FormDefinition },
): Promise<void> {
  await ctx.db
    .updateTable('form_drafts')
    .set((eb) => ({
      definition: JSON.stringify(draft.definition),
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', draft.id)
    .execute();
}

export async function deleteDraft(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db.deleteFrom('form_drafts').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}
