import { sql } from 'kysely';
import { OnlineRules } from '#domain/onlinebooking/limits.ts';
import type { OnlineUse } from '#domain/onlinebooking/limits.ts';
import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredPlace {
  clinicId: string;
  token: string;
  rules: OnlineRules;
  version: number;
}

const columns = ['clinic_id as clinicId', 'token', 'rules', 'version'] as const;
const asPlace = (row: Omit<StoredPlace, 'rules'> & { rules: unknown }): StoredPlace => ({
  ...row,
  rules: OnlineRules.parse(row.rules),
});

export async function selectPlace(
  ctx: TransactionContext,
  by: { clinicId: string } | { token: string },
): Promise<StoredPlace | undefined> {
  const row = await ctx.db
    .selectFrom('online_booking')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .$if('clinicId' in by, (query) => query.where('clinic_id', '=', (by as { clinicId: string }).clinicId))
    .$if('token' in by, (query) => query.where('token', '=', (by as { token: string }).token))
    .executeTakeFirst();
  return row && asPlace(row);
}

/** Whoever wants a time of the clinic waits for whoever is getting one: so nobody counts past the limit. */
export async function lockPlace(ctx: TransactionContext, clinicId: string): Promise<void> {
  await ctx.db
    .selectFrom('online_booking')
    .select('clinic_id')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .forUpdate()
    .execute();
}

/** False where it is there already. */
export async function insertPlace(ctx: TransactionContext, place: StoredPlace): Promise<boolean> {
  const done = await ctx.db
    .insertInto('online_booking')
    .values({
      org_id: ctx.orgId,
      clinic_id: place.clinicId,
      token: place.token,
      rules: JSON.stringify(place.rules),
      updated_at: ctx.now,
      version: place.version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function updatePlace(
  ctx: TransactionContext,
  { clinicId, rules, version }: Pick<StoredPlace, 'clinicId' | 'rules' | 'version'>,
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('online_booking')
    .set({
      rules: JSON.stringify(rules),
      version: version + 1,
      updated_at: ctx.now,
      updated_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function countUse(
  ctx: TransactionContext,
  by: { clinicId: string; phoneHash: string; addressHash: string },
): Promise<OnlineUse> {
  const { clinicId, phoneHash, addressHash } = by;
  const [hour, day] = [addHours(ctx.realNow, -1), addHours(ctx.realNow, -24)];
  const isHeld = sql`h.state = 'held' and h.held_until > ${ctx.realNow}`;
  const ofPhone = sql`h.phone_hash = ${phoneHash}`;
  const { rows } = await sql<OnlineUse>`
    select count(*) filter (where h.clinic_id = ${clinicId} and ${isHeld})::int as held,
      count(*) filter (where ${ofPhone} and ${isHeld})::int as "ofPhoneAtOnce",
      count(*) filter (where ${ofPhone})::int as "ofPhoneADay",
      count(*) filter (where h.address_hash = ${addressHash} and h.created_at > ${hour})::int as "ofAddressAnHour",
      count(*) filter (where h.clinic_id = ${clinicId} and h.created_at > ${hour})::int as "ofClinicAnHour"
    from online_holds h
    where h.org_id = ${ctx.orgId} and h.created_at > ${day}
      and (h.clinic_id = ${clinicId} or ${ofPhone} or h.address_hash = ${addressHash})`.execute(ctx.db);
  return rows[0]!;
}

export interface Hold {
  id: string;
  clinicId: string;
  kindId: string;
  doctorId: string;
  slotId: string;
  startsAt: Instant;
  minutes: number;
  sealedPhone: string;
  codeHash: string;
  wrongCodes: number;
  heldUntil: Instant;
  state: 'held' | 'booked' | 'released';
}

export async function insertHold(
  ctx: TransactionContext,
  hold: Omit<Hold, 'wrongCodes' | 'state'> & { phoneHash: string; addressHash: string },
): Promise<void> {
  await ctx.db
    .insertInto('online_holds')
    .values({
      org_id: ctx.orgId,
      id: hold.id,
      clinic_id: hold.clinicId,
      kind_id: hold.kindId,
      doctor_id: hold.doctorId,
      slot_id: hold.slotId,
      starts_at: hold.startsAt,
      minutes: hold.minutes,
      phone_hash: hold.phoneHash,
      sealed_phone: hold.sealedPhone,
      address_hash: hold.addressHash,
      code_hash: hold.codeHash,
      held_until: hold.heldUntil,
      created_at: ctx.realNow,
    })
    .execute();
}

/** Held until the transaction ends. */
export async function lockHold(ctx: TransactionContext, id: string): Promise<Hold | undefined> {
  const row = await ctx.db
    .selectFrom('online_holds')
    .select([
      'id',
      'clinic_id as clinicId',
      'kind_id as kindId',
      'doctor_id as doctorId',
      'slot_id as slotId',
      'starts_at as startsAt',
      'minutes',
      'sealed_phone as sealedPhone',
      'code_hash as codeHash',
      'wrong_codes as wrongCodes',
      'held_until as heldUntil',
      'state',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as Hold | undefined;
}

export async function updateHold(
  ctx: TransactionContext,
  id: string,
  change: { state?: Hold['state']; wrongCodes?: number },
): Promise<void> {
  const { state, wrongCodes } = change;
  await ctx.db
    .updateTable('online_holds')
    .set({ ...(state && { state }), ...(wrongCodes !== undefined && { wrong_codes: wrongCodes }) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
