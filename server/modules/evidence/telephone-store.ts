import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TelephoneSystem } from '#domain/evidence/contract.ts';
import type { Refusal } from '#domain/evidence/telephone.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

const shown = [
  'id',
  'name',
  'is_enabled as isEnabled',
  'created_at as createdAt',
  'heard_at as heardAt',
  'refused_at as refusedAt',
  'refusal',
  'former_until as formerUntil',
  'version',
] as const;

export async function selectSystems(ctx: TransactionContext): Promise<TelephoneSystem[]> {
  const rows = await ctx.db
    .selectFrom('telephone_systems')
    .select(shown)
    .where('org_id', '=', ctx.orgId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, refusal: row.refusal as Refusal | null }));
}

export interface SealedSecrets {
  sealedSecret: string;
  formerSecret: string | null;
  formerUntil: Instant | null;
}

/** The system, held until the transaction ends. */
export async function lockSystem(
  ctx: TransactionContext,
  id: string,
): Promise<(TelephoneSystem & SealedSecrets) | undefined> {
  const row = await ctx.db
    .selectFrom('telephone_systems')
    .select([...shown, 'sealed_secret as sealedSecret', 'former_secret as formerSecret'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, refusal: row.refusal as Refusal | null };
}

export async function insertSystem(
  ctx: TransactionContext,
  system: { id: string; name: string; addressHash: string; sealedSecret: string },
): Promise<void> {
  await ctx.db
    .insertInto('telephone_systems')
    .values({
      ...{ org_id: ctx.orgId, id: system.id, name: system.name, address_hash: system.addressHash },
      ...{ sealed_secret: system.sealedSecret, created_at: ctx.now, created_by: staffId(ctx) },
    })
    .execute();
}

export async function updateSystem(
  ctx: TransactionContext,
  id: string,
  change: { name?: string; isEnabled?: boolean } & Partial<SealedSecrets>,
): Promise<void> {
  await ctx.db
    .updateTable('telephone_systems')
    .set((eb) => ({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.isEnabled !== undefined && { is_enabled: change.isEnabled }),
      ...(change.sealedSecret !== undefined && { sealed_secret: change.sealedSecret }),
      ...(change.formerSecret !== undefined && { former_secret: change.formerSecret }),
      ...(change.formerUntil !== undefined && { former_until: change.formerUntil }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Who has this address; the request is counted in its minute, also one that is turned away then. */
export async function countRequest(
  ctx: TransactionContext,
  addressHash: string,
  minute: Instant,
): Promise<({ id: string; isEnabled: boolean; requests: number } & SealedSecrets) | undefined> {
  const { rows } = await sql<{ id: string; isEnabled: boolean; requests: number } & SealedSecrets>`
    update telephone_systems set minute = ${minute},
      requests = case when minute = ${minute}::timestamptz then requests + 1 else 1 end
    where org_id = ${ctx.orgId} and address_hash = ${addressHash}
    returning id, is_enabled as "isEnabled", requests, sealed_secret as "sealedSecret",
      former_secret as "formerSecret", former_until as "formerUntil"`.execute(ctx.db);
  return rows[0];
}

/** When it was last heard, or turned away and why. */
export async function noteRequest(
  ctx: TransactionContext,
  id: string,
  refusal: Refusal | null,
): Promise<void> {
  await ctx.db
    .updateTable('telephone_systems')
    .set(refusal === null ? { heard_at: ctx.realNow } : { refused_at: ctx.realNow, refusal })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Who is called what in telephones' logs, as somebody said. */
export function selectExtensions(ctx: TransactionContext): Promise<{ person: string; staffId: string }[]> {
  return ctx.db
    .selectFrom('telephone_extensions')
    .select(['person', 'staff_id as staffId'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('person')
    .execute();
}

export async function saveExtension(
  ctx: TransactionContext,
  { person, staffId: holder }: { person: string; staffId: string | null },
): Promise<void> {
  if (holder === null) {
    await ctx.db
      .deleteFrom('telephone_extensions')
      .where('org_id', '=', ctx.orgId)
      .where('person', '=', person)
      .execute();
    return;
  }
  const row = { staff_id: holder, set_at: ctx.now, set_by: staffId(ctx) };
  await ctx.db
    .insertInto('telephone_extensions')
    .values({ org_id: ctx.orgId, id: newId(), person, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'person']).doUpdateSet(row))
    .execute();
}

/** How the logs since then call people, and how often; those of `named` and those whom nobody knows. */
export async function countPersons(
  ctx: TransactionContext,
  since: Instant,
  named: readonly string[],
): Promise<{ person: string; calls: number; lastAt: Instant }[]> {
  const { rows } = await sql<{ person: string; calls: number; lastAt: Instant }>`
    select person, count(*)::int as calls, max(started_at) as "lastAt" from call_logs
    where org_id = ${ctx.orgId} and started_at >= ${since} and person is not null
      and (staff_id is null or person = any(${[...named]}::text[]))
    group by person order by calls desc, person limit 200`.execute(ctx.db);
  return rows;
}

/** The logs since then are of somebody else; what they showed they show no more. */
export async function giveLogsTo(
  ctx: TransactionContext,
  { person, staffId: holder, since }: { person: string; staffId: string | null; since: Instant },
): Promise<void> {
  await sql`
    update call_logs set staff_id = ${holder}::uuid
    where org_id = ${ctx.orgId} and person = ${person} and started_at >= ${since}`.execute(ctx.db);
}

export async function selectLayout(
  ctx: TransactionContext,
  headers: string,
): Promise<Record<string, number> | undefined> {
  const row = await ctx.db
    .selectFrom('call_log_layouts')
    .select('columns')
    .where('org_id', '=', ctx.orgId)
    .where('headers', '=', headers)
    .executeTakeFirst();
  return row?.columns as Record<string, number> | undefined;
}

export async function saveLayout(
  ctx: TransactionContext,
  headers: string,
  columns: Record<string, number>,
): Promise<void> {
  const row = { columns: JSON.stringify(columns), set_at: ctx.now, set_by: staffId(ctx) };
  await ctx.db
    .insertInto('call_log_layouts')
    .values({ org_id: ctx.orgId, id: newId(), headers, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'headers']).doUpdateSet(row))
    .execute();
}

function staffId(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}
