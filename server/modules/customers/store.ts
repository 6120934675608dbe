import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { ownerFields, ownerKinds } from '#domain/ownership/owner-kind.ts';
import type { OwnerField } from '#domain/ownership/owner-kind.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';
import { putTogetherOnce } from '#server/platform/database/put-together-once.ts';
import type { Asking } from '#server/platform/database/put-together-once.ts';
import { often } from '#server/platform/database/prepared.ts';
import { beginOwnerships } from './owners-store.ts';
import { nameColumns } from './pinyin.ts';

/** A customer as stored, with the whole phone number: it leaves this module only by `present.ts`. */
export type CustomerRow = Omit<Customer, 'age' | 'hasPhone' | 'hasInfluence'> & { hasInfluence: boolean };

export const customerColumns = [
  'c.id',
  'c.number',
  'c.name',
  'c.gender',
  'c.birthday',
  'c.birth_year as birthYear',
  'c.birthday_calendar as birthdayCalendar',
  'c.phone',
  'c.address',
  'c.occupation',
  'c.channel_source as channelSource',
  'c.notes',
  'c.clinic_id as clinicId',
  'c.owner_id as ownerId',
  'o.name as ownerName',
  'c.web_consultant_id as webConsultantId',
  'c.doctor_id as doctorId',
  'c.referrer_id as referrerId',
  'c.wechat',
  'c.likes',
  'c.taboos',
  'c.has_influence as hasInfluence',
  'c.influence_note as influenceNote',
  'c.refuses_contact as refusesContact',
  'c.grade',
  'c.is_frozen as isFrozen',
  'c.class_code as classCode',
  'c.last_visit_on as lastVisitOn',
  'c.deceased_on as deceasedOn',
  'c.moved_away_on as movedAwayOn',
  'c.created_at as createdAt',
  'c.version',
] as const;

/** The organization's customers, each with the owner's name; not those whose record became part of another. */
export function withOwners(ctx: Asking) {
  return ctx.db
    .selectFrom('customers as c')
    .leftJoin('staff as o', (join) => join.on('o.org_id', '=', ctx.orgId).onRef('o.id', '=', 'c.owner_id'))
    .where('c.org_id', '=', ctx.orgId)
    .where('c.merged_into', 'is', null);
}

export const asGender = <T extends { gender: string; grade: string; birthdayCalendar: string }>(row: T) => ({
  ...row,
  birthdayCalendar: row.birthdayCalendar as Customer['birthdayCalendar'],
  gender: row.gender as Customer['gender'],
  grade: row.grade as Customer['grade'],
});

export async function selectCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow | undefined> {
  const [row] = (await selectById(ctx, { id })).rows;
  return row && asGender(row);
}

const selectById = putTogetherOnce((ctx, { id }: { id: string }) =>
  withOwners(ctx).select(customerColumns).where('c.id', '=', id).modifyEnd(often),
);

/** The customer, held until the transaction ends so that two editors come one after the other. */
export async function lockCustomer(ctx: TransactionContext, id: string): Promise<CustomerRow | undefined> {
  const [row] = (await lockById(ctx, { id })).rows;
  return row && asGender(row);
}

const lockById = putTogetherOnce((ctx, { id }: { id: string }) =>
  withOwners(ctx).select(customerColumns).where('c.id', '=', id).forNoKeyUpdate(['c']).modifyEnd(often),
);

export async function selectCustomersByIds(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<CustomerRow[]> {
  const rows = await withOwners(ctx)
    .select(customerColumns)
    .where(sql<boolean>`c.id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(asGender);
}

export async function selectByNumbers(
  ctx: TransactionContext,
  numbers: readonly string[],
): Promise<{ id: string; number: string }[]> {
  return ctx.db
    .selectFrom('customers')
    .select((eb) => [eb.fn.coalesce('merged_into', 'id').as('id'), 'number'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`number = any(${[...numbers]}::text[])`)
    .execute();
}

/** A new customer, of whom only what is named here is known. The phone is in its one form already. */
export interface NewCustomer {
  id: string;
  clinicId: string;
  number: string;
  name: string;
  gender?: Customer['gender'];
  birthday?: CalendarDate | null;
  birthYear?: number | null;
  birthdayCalendar?: Customer['birthdayCalendar'];
  phone?: string | null;
  address?: string | null;
  occupation?: string | null;
  channelSource?: string | null;
  notes?: string | null;
  ownerId?: string | null;
  webConsultantId?: string | null | undefined;
  doctorId?: string | null | undefined;
  referrerId?: string | null | undefined;
  wechat?: string | null | undefined;
  likes?: string | null | undefined;
  taboos?: string | null | undefined;
  hasInfluence?: boolean | undefined;
  influenceNote?: string | null | undefined;
  refusesContact?: boolean;
  lastVisitOn?: CalendarDate | null;
  importBatchId?: string | null;
  /** Where it is not now. */
  createdAt?: Instant;
  /** Since when the owners are, where they took over later. */
  ownedSince?: Instant | undefined;
}

const columnTypes = {
  id: 'uuid',
  clinic_id: 'uuid',
  number: 'text',
  name: 'text',
  name_pinyin: 'text',
  name_initials: 'text',
  gender: 'text',
  birthday: 'date',
  birth_year: 'integer',
  phone: 'text',
  phone_last4: 'text',
  address: 'text',
  occupation: 'text',
  channel_source: 'text',
  notes: 'text',
  owner_id: 'uuid',
  web_consultant_id: 'uuid',
  doctor_id: 'uuid',
  referrer_id: 'uuid',
  wechat: 'text',
  likes: 'text',
  taboos: 'text',
  has_influence: 'boolean',
  influence_note: 'text',
  refuses_contact: 'boolean',
  last_visit_on: 'date',
  import_batch_id: 'uuid',
  created_at: 'timestamptz',
  created_by: 'uuid',
  updated_at: 'timestamptz',
};

/**
 * Gives the ids of those that are new; a number that is taken already is left alone. Whoever owns a new customer has
 * done so since the customer was entered.
 */
export async function insertCustomers(
  ctx: TransactionContext,
  customers: readonly NewCustomer[],
): Promise<string[]> {
  const rows = customers.map((customer) => {
    const { namePinyin, nameInitials } = nameColumns(customer.name);
    return {
      id: customer.id,
      clinic_id: customer.clinicId,
      number: customer.number,
      name: customer.name,
      name_pinyin: namePinyin,
      name_initials: nameInitials,
      gender: customer.gender ?? 'unknown',
      birthday: customer.birthday ?? null,
      birth_year: customer.birthYear ?? null,
      phone: customer.phone ?? null,
      phone_last4: customer.phone?.slice(-4) ?? null,
      address: customer.address ?? null,
      occupation: customer.occupation ?? null,
      channel_source: customer.channelSource ?? null,
      notes: customer.notes ?? null,
      owner_id: customer.ownerId ?? null,
      web_consultant_id: customer.webConsultantId ?? null,
      doctor_id: customer.doctorId ?? null,
      referrer_id: customer.referrerId ?? null,
      wechat: customer.wechat ?? null,
      likes: customer.likes ?? null,
      taboos: customer.taboos ?? null,
      has_influence: customer.hasInfluence ?? false,
      influence_note: customer.influenceNote ?? null,
      refuses_contact: customer.refusesContact ?? false,
      last_visit_on: customer.lastVisitOn ?? null,
      import_batch_id: customer.importBatchId ?? null,
      created_at: customer.createdAt ?? ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      updated_at: ctx.now,
    };
  });
  const ids = await insertMany(ctx, 'customers', columnTypes, rows);
  const isNew = new Set(ids);
  await beginOwnerships(
    ctx,
    customers
      .filter(({ id }) => isNew.has(id))
      .flatMap((customer) =>
        ownerKinds.flatMap((kind) => {
          const ownerId = customer[ownerFields[kind]];
          return ownerId
            ? [{ customerId: customer.id, kind, ownerId, since: customer.ownedSince ?? customer.createdAt }]
            : [];
        }),
      ),
    {
      how: customers.some(({ importBatchId }) => importBatchId) ? 'imported' : 'assigned',
      decidedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    },
  );
  return ids;
}

/** All but who owns the customer: that changes by `moveOwners` alone. */
export async function updateCustomer(
  ctx: TransactionContext,
  id: string,
  change: Partial<
    Omit<
      NewCustomer,
      'id' | 'clinicId' | 'number' | 'importBatchId' | 'createdAt' | 'ownedSince' | OwnerField
    >
  >,
): Promise<void> {
  const { name, phone, ...rest } = change;
  const named = name === undefined ? undefined : nameColumns(name);
  await ctx.db
    .updateTable('customers')
    .set((eb) => ({
      ...(named && { name: name!, name_pinyin: named.namePinyin, name_initials: named.nameInitials }),
      ...(phone === undefined ? {} : { phone, phone_last4: phone?.slice(-4) ?? null }),
      ...(rest.gender === undefined ? {} : { gender: rest.gender }),
      ...(rest.birthday === undefined ? {} : { birthday: rest.birthday }),
      ...(rest.birthdayCalendar === undefined ? {} : { birthday_calendar: rest.birthdayCalendar }),
      ...(rest.birthYear === undefined ? {} : { birth_year: rest.birthYear }),
      ...(rest.address === undefined ? {} : { address: rest.address }),
      ...(rest.occupation === undefined ? {} : { occupation: rest.occupation }),
      ...(rest.channelSource === undefined ? {} : { channel_source: rest.channelSource }),
      ...(rest.notes === undefined ? {} : { notes: rest.notes }),
      ...(rest.referrerId === undefined ? {} : { referrer_id: rest.referrerId }),
      ...(rest.wechat === undefined ? {} : { wechat: rest.wechat }),
      ...(rest.likes === undefined ? {} : { likes: rest.likes }),
      ...(rest.taboos === undefined ? {} : { taboos: rest.taboos }),
      ...(rest.hasInfluence === undefined ? {} : { has_influence: rest.hasInfluence }),
      ...(rest.influenceNote === undefined ? {} : { influence_note: rest.influenceNote }),
      ...(rest.refusesContact === undefined ? {} : { refuses_contact: rest.refusesContact }),
      updated_at: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Not an edit of the record: the version stays, so that nobody who is typing in it is told it is stale. */
export async function updateLastVisits(
  ctx: TransactionContext,
  lastVisits: readonly { customerId: string; visitedOn: CalendarDate | null }[],
): Promise<void> {
  await sql`
    update customers c set last_visit_on = v."visitedOn"
    from json_to_recordset(${JSON.stringify(lastVisits)}::json) as v("customerId" uuid, "visitedOn" date)
    where c.org_id = ${ctx.orgId} and c.id = v."customerId" and c.last_visit_on is distinct from v."visitedOn"`.execute(
    ctx.db,
  );
}

/** The last of that many chart numbers of our own; held until the transaction ends, so that no two customers share one. */
export async function takeNumbers(ctx: TransactionContext, count: number): Promise<number> {
  const row = await ctx.db
    .insertInto('customer_numbers')
    .values({ org_id: ctx.orgId, last_number: count })
    .onConflict((conflict) =>
      conflict
        .column('org_id')
        .doUpdateSet((eb) => ({ last_number: eb('customer_numbers.last_number', '+', count) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** After imported charts brought numbers of our form: counts on from the highest there is. */
export async function skipTakenNumbers(ctx: TransactionContext): Promise<void> {
  await sql`
    update customer_numbers set last_number = greatest(last_number, (
      select max(substring(number from 2)::bigint) from customers
      where org_id = ${ctx.orgId} and number ~ '^C[0-9]{6,15}$'))
    where org_id = ${ctx.orgId}`.execute(ctx.db);
}

// Clinics and staff are the staff module's: read here to know that they are there, as the foreign keys do.

export async function hasClinic(ctx: TransactionContext, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('clinics')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isActiveStaff(ctx: TransactionContext, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes the actor's reveals come one after the other, so that a quota also counts those at the same moment. */
export async function holdReveals(ctx: TransactionContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal ${ctx.orgId} ${ctx.actor.id}`}, 0))`.execute(
    ctx.db,
  );
}

/** Whole phone numbers the actor asked to see since then. */
export async function countReveals(ctx: TransactionContext, since: Instant): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('at', '>=', since)
    .where('action', '=', 'customer.phone-revealed')
    .where('actor_id', '=', ctx.actor.id)
    .executeTakeFirstOrThrow();
  return count;
}
