import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Place, ProtocolDefinition, PublishedProtocol } from '#domain/followups/protocol.ts';
import type { Database, TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';

export interface NewVersion {
  id: string;
  code: string;
  version: number;
  definition: ProtocolDefinition;
  effectiveFrom: Instant | null;
  addsTo: string | null;
  place: Place;
  note: string | null;
  /** Plans already made go over to it when it begins. */
  movesPlans: boolean;
}

/** False where that version is there already. */
export async function insertProtocolVersion(ctx: TransactionContext, version: NewVersion): Promise<boolean> {
  const done = await ctx.db
    .insertInto('protocol_versions')
    .values({
      org_id: ctx.orgId,
      id: version.id,
      code: version.code,
      version: version.version,
      definition: JSON.stringify(version.definition),
      published_at: ctx.now,
      published_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      effective_from: version.effectiveFrom,
      adds_to: version.addsTo,
      ...placeColumns(version.place),
      note: version.note,
      moves_plans: version.movesPlans,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Ends a protocol's newest version where the next one begins. */
export async function retireProtocolVersion(
  ctx: TransactionContext,
  code: string,
  at: Instant,
): Promise<void> {
  await ctx.db
    .updateTable('protocol_versions')
    .set({ retired_at: at })
    .where('org_id', '=', ctx.orgId)
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .execute();
}

interface PublishedVersion {
  version: number;
  definition: ProtocolDefinition;
}

/** By organization and id. What was published is never edited: read once, it holds. */
const known = new WeakMap<Database, Map<string, PublishedVersion>>();
const mostKnown = 2_000;

/** Those versions with what they say: lists have few of them and are asked for all day, and they are long. */
export async function selectPublishedVersions(
  ctx: TransactionContext,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PublishedVersion>> {
  const versions = knownVersions(ctx);
  const found = new Map<string, PublishedVersion>();
  for (const id of ids) {
    const version = versions.get(`${ctx.orgId} ${id}`);
    if (version) found.set(id, version);
  }
  const unknown = [...ids].filter((id) => !found.has(id));
  if (unknown.length === 0) return found;
  const rows = await ctx.db
    .selectFrom('protocol_versions')
    .select(['id', 'version', 'definition'])
    .where('org_id', '=', ctx.orgId)
    .where(isOneOf('id', unknown))
    .modifyEnd(often)
    .execute();
  if (versions.size + rows.length > mostKnown) versions.clear();
  for (const { id, version, definition } of rows) {
    const published = { version, definition: definition as ProtocolDefinition };
    versions.set(`${ctx.orgId} ${id}`, published);
    found.set(id, published);
  }
  return found;
}

function knownVersions({ database }: TransactionContext): Map<string, PublishedVersion> {
  const versions = known.get(database) ?? new Map<string, PublishedVersion>();
  known.set(database, versions);
  return versions;
}

/** The versions that have begun and that no plans have gone over to yet though they are to, the earliest first. */
export async function selectBegunToMove(ctx: TransactionContext): Promise<{ id: string; code: string }[]> {
  return ctx.db
    .selectFrom('protocol_versions')
    .select(['id', 'code'])
    .where('org_id', '=', ctx.orgId)
    .where('moves_plans', '=', true)
    .where('plans_moved_at', 'is', null)
    .where('effective_from', '<=', ctx.now)
    .orderBy('effective_from')
    .orderBy('version')
    .execute();
}

export async function markPlansMoved(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('protocol_versions')
    .set({ plans_moved_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Every version there is and was: what happened is planned by the one that was in force then. */
export async function selectProtocols(
  ctx: TransactionContext,
): Promise<(PublishedProtocol & { publishedAt: Instant })[]> {
  const rows = await ctx.db
    .selectFrom('protocol_versions')
    .select([
      'id',
      'version',
      'definition',
      'published_at',
      'effective_from',
      'retired_at',
      'adds_to',
      'clinic_id',
      'team_id',
    ])
    .where('org_id', '=', ctx.orgId)
    .orderBy('code')
    .orderBy('version')
    .modifyEnd(often)
    .execute();
  return rows.map((row) => ({
    versionId: row.id,
    version: row.version,
    definition: row.definition as ProtocolDefinition,
    publishedAt: row.published_at,
    effectiveFrom: row.effective_from,
    retiredAt: row.retired_at,
    addsTo: row.adds_to,
    place: placeOf(row),
  }));
}

/** The versions of one protocol with who published them, the newest first. */
export async function selectHistory(ctx: TransactionContext, code: string) {
  const rows = await ctx.db
    .selectFrom('protocol_versions as v')
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'v.published_by'),
    )
    .select([
      'v.id',
      'v.version',
      'v.definition',
      'v.published_at as publishedAt',
      's.name as publishedByName',
      'v.effective_from as effectiveFrom',
      'v.retired_at as retiredAt',
      'v.note',
      'v.moves_plans as movesPlans',
      'v.plans_moved_at as plansMovedAt',
      'v.adds_to as addsTo',
      'v.clinic_id',
      'v.team_id',
    ])
    .where('v.org_id', '=', ctx.orgId)
    .where('v.code', '=', code)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(({ definition, clinic_id, team_id, ...row }) => ({
    ...row,
    definition: definition as ProtocolDefinition,
    place: placeOf({ clinic_id, team_id }),
  }));
}

/** Two who publish, or edit the first draft, of one protocol come one after the other. */
export async function holdProtocols(ctx: TransactionContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`protocols ${ctx.orgId}`}, 0))`.execute(ctx.db);
}

export function placeColumns(place: Place): { clinic_id: string | null; team_id: string | null } {
  return {
    clinic_id: place && 'clinicId' in place ? place.clinicId : null,
    team_id: place && 'teamId' in place ? place.teamId : null,
  };
}

export function placeOf(row: { clinic_id: string | null; team_id: string | null }): Place {
  if (row.clinic_id !== null) return { clinicId: row.clinic_id };
  return row.team_id !== null ? { teamId: row.team_id } : null;
}
