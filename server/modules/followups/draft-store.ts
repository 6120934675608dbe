import { sql } from 'kysely';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Replay, ReplayAnswer } from '#domain/followups/protocol-contract.ts';
import type { Place, ProtocolDefinition } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { placeColumns, placeOf } from './versions-store.ts';

export interface StoredDraft {
  id: string;
  code: string;
  addsTo: string | null;
  place: Place;
  basedOn: number;
  updatedAt: Instant;
  updatedByName: string | null;
  version: number;
  definition: ProtocolDefinition;
}

export async function selectDraft(ctx: TransactionContext, code: string): Promise<StoredDraft | null> {
  return (await selectDrafts(ctx, code))[0] ?? null;
}

export async function selectDrafts(ctx: TransactionContext, code?: string): Promise<StoredDraft[]> {
  const rows = await ctx.db
    .selectFrom('protocol_drafts as d')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.updated_by'))
    .select([
      'd.id',
      'd.code',
      'd.adds_to as addsTo',
      'd.clinic_id',
      'd.team_id',
      'd.based_on as basedOn',
      'd.updated_at as updatedAt',
      's.name as updatedByName',
      'd.version',
      'd.definition',
    ])
    .where('d.org_id', '=', ctx.orgId)
    .$if(code !== undefined, (query) => query.where('d.code', '=', code!))
    .orderBy('d.code')
    .execute();
  return rows.map(({ clinic_id, team_id, definition, ...row }) => ({
    ...row,
    place: placeOf({ clinic_id, team_id }),
    definition: definition as ProtocolDefinition,
  }));
}

export async function insertDraft(
  ctx: TransactionContext,
  draft: Pick<StoredDraft, 'id' | 'code' | 'addsTo' | 'place' | 'basedOn' | 'definition'>,
): Promise<void> {
  await ctx.db
    .insertInto('protocol_drafts')
    .values({
      org_id: ctx.orgId,
      id: draft.id,
      code: draft.code,
      adds_to: draft.addsTo,
      ...placeColumns(draft.place),
      based_on: draft.basedOn,
      definition: JSON.stringify(draft.definition),
      ...updatedNow(ctx),
    })
    .execute();
}

export async function updateDraft(
  ctx: TransactionContext,
  id: string,
  definition: ProtocolDefinition,
): Promise<void> {
  await ctx.db
    .updateTable('protocol_drafts')
    .set((eb) => ({
      definition: JSON.stringify(definition),
      version: eb('version', '+', 1),
      ...updatedNow(ctx),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function deleteDraft(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db.deleteFrom('protocol_drafts').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}

function updatedNow(ctx: TransactionContext) {
  return { updated_at: ctx.now, updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null };
}

export async function insertReplay(
  ctx: TransactionContext,
  replay: { id: string; draftId: string; draftVersion: number; parts: number },
): Promise<void> {
  await ctx.db
    .insertInto('protocol_replays')
    .values({
      org_id: ctx.orgId,
      id: replay.id,
      draft_id: replay.draftId,
      draft_version: replay.draftVersion,
      state: 'running',
      parts: replay.parts,
      started_at: ctx.now,
      beat_at: ctx.realNow,
    })
    .execute();
}

/** How far a replay is; false where its draft is gone meanwhile. */
export async function updateReplay(
  ctx: TransactionContext,
  id: string,
  change: { partsDone?: number; state?: 'done' | 'failed'; answer?: ReplayAnswer; beatAt: Instant },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('protocol_replays')
    .set({
      beat_at: change.beatAt,
      ...(change.partsDone === undefined ? {} : { parts_done: change.partsDone }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.answer === undefined ? {} : { answer: JSON.stringify(change.answer) }),
    })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** As long as this a replay may be silent before it counts as dead. */
const silentMinutes = 1;

export async function selectLastReplay(ctx: TransactionContext, draftId: string): Promise<Replay | null> {
  const row = await ctx.db
    .selectFrom('protocol_replays')
    .select([
      'id',
      'draft_version as draftVersion',
      'state',
      'parts_done as partsDone',
      'parts',
      'answer',
      'started_at as startedAt',
      sql<boolean>`beat_at < ${addMinutes(ctx.realNow, -silentMinutes)}`.as('isSilent'),
    ])
    .where('org_id', '=', ctx.orgId)
    .where('draft_id', '=', draftId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { isSilent, state, answer, ...rest } = row;
  const died = state === 'running' && isSilent;
  return {
    ...rest,
    state: died ? 'failed' : (state as Replay['state']),
    answer: answer as ReplayAnswer | null,
  };
}
