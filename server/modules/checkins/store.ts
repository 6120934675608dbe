import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { DoorCall } from '#domain/checkins/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

const staffOf = (ctx: TransactionContext) => (ctx.actor.kind === 'staff' ? ctx.actor.id : null);

export interface StoredPoster {
  clinicId: string;
  token: string;
  renewedAt: Instant;
  renewedByName: string | null;
}

export async function selectPoster(
  ctx: TransactionContext,
  which: { clinicId: string } | { token: string },
): Promise<StoredPoster | undefined> {
  return ctx.db
    .selectFrom('check_in_posters as p')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'p.renewed_by'))
    .select(['p.clinic_id as clinicId', 'p.token', 'p.renewed_at as renewedAt', 's.name as renewedByName'])
    .where('p.org_id', '=', ctx.orgId)
    .$if('clinicId' in which, (query) =>
      query.where('p.clinic_id', '=', (which as { clinicId: string }).clinicId),
    )
    .$if('token' in which, (query) => query.where('p.token', '=', (which as { token: string }).token))
    .executeTakeFirst();
}

/** The clinic's code from now on; with `isFirst` only where it has none. */
export async function savePoster(
  ctx: TransactionContext,
  { clinicId, token, isFirst }: { clinicId: string; token: string; isFirst: boolean },
): Promise<void> {
  const change = { token, renewed_at: ctx.now, renewed_by: staffOf(ctx) };
  await ctx.db
    .insertInto('check_in_posters')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, ...change })
    .onConflict((conflict) => {
      const ofClinic = conflict.columns(['org_id', 'clinic_id']);
      return isFirst ? ofClinic.doNothing() : ofClinic.doUpdateSet(change);
    })
    .execute();
}

/** One after the other: so many at once cannot pass a limit together. */
export async function lockPoster(ctx: TransactionContext, clinicId: string): Promise<void> {
  await ctx.db
    .selectFrom('check_in_posters')
    .select('clinic_id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .forUpdate()
    .execute();
}

export async function insertDoorCall(
  ctx: TransactionContext,
  call: { id: string; clinicId: string; name: string; digits: string; addressHash: string },
): Promise<void> {
  await ctx.db
    .insertInto('door_calls')
    .values({
      org_id: ctx.orgId,
      ...{ id: call.id, clinic_id: call.clinicId, said_name: call.name, said_digits: call.digits },
      ...{ address_hash: call.addressHash, at: ctx.now },
    })
    .execute();
}

/** Wrong words since then, of one address and of all. */
export async function countDoorCalls(
  ctx: TransactionContext,
  of: { clinicId: string; addressHash: string; sinceOfAddress: Instant; sinceOfClinic: Instant },
): Promise<{ ofAddress: number; ofClinic: number }> {
  return ctx.db
    .selectFrom('door_calls')
    .select([
      sql<number>`count(*) filter (where address_hash = ${of.addressHash} and at > ${of.sinceOfAddress})::int`.as(
        'ofAddress',
      ),
      sql<number>`count(*) filter (where at > ${of.sinceOfClinic})::int`.as('ofClinic'),
    ])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', of.clinicId)
    .where(sql<boolean>`at > least(${of.sinceOfAddress}::timestamptz, ${of.sinceOfClinic}::timestamptz)`)
    .executeTakeFirstOrThrow();
}

/** Those nobody went to yet, the first first. */
export async function selectDoorCalls(
  ctx: TransactionContext,
  of: { clinicId: string; since: Instant },
): Promise<DoorCall[]> {
  return ctx.db
    .selectFrom('door_calls')
    .select(['id', 'at', 'said_name as name', 'said_digits as digits'])
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', of.clinicId)
    .where('at', '>', of.since)
    .where('seen_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(20)
    .execute();
}

export async function selectDoorCall(
  ctx: TransactionContext,
  id: string,
): Promise<(DoorCall & { clinicId: string }) | undefined> {
  return ctx.db
    .selectFrom('door_calls')
    .select(['id', 'at', 'said_name as name', 'said_digits as digits', 'clinic_id as clinicId'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateSeen(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('door_calls')
    .set({ seen_at: ctx.now, seen_by: staffOf(ctx) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
}

/** What somebody said at the door is kept no longer than the desk and the limits need it. */
export async function deleteDoorCallsBefore(ctx: TransactionContext, before: Instant): Promise<void> {
  await ctx.db.deleteFrom('door_calls').where('org_id', '=', ctx.orgId).where('at', '<', before).execute();
}
