import { sql } from 'kysely';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { AddRelation, Discreet } from '#domain/records/contract.ts';
import type { RelationKind } from '#domain/records/relations.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface RelationRow {
  id: string;
  customerId: string;
  relativeId: string | null;
  relativeName: string | null;
  /** Whole: it leaves this module masked. */
  relativePhone: string | null;
  kind: RelationKind;
  isGuardian: boolean;
}

const relationColumns = [
  'id',
  'customer_id as customerId',
  'relative_id as relativeId',
  'relative_name as relativeName',
  'relative_phone as relativePhone',
  'kind',
  'is_guardian as isGuardian',
] as const;

/** A customer's relations, written on either of the two records. */
export async function selectRelations(ctx: TransactionContext, customerId: string): Promise<RelationRow[]> {
  const rows = await ctx.db
    .selectFrom('customer_relations')
    .select(relationColumns)
    .where('org_id', '=', ctx.orgId)
    .where((eb) => eb.or([eb('customer_id', '=', customerId), eb('relative_id', '=', customerId)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows as RelationRow[];
}

export async function insertRelation(
  ctx: TransactionContext,
  relation: AddRelation & { id: string; customerId: string },
): Promise<void> {
  await ctx.db
    .insertInto('customer_relations')
    .values({
      org_id: ctx.orgId,
      id: relation.id,
      customer_id: relation.customerId,
      relative_id: relation.relativeId,
      relative_name: relation.name,
      relative_phone: relation.phone,
      kind: relation.kind,
      is_guardian: relation.isGuardian,
      created_at: ctx.now,
      created_by: staffId(ctx),
    })
    .execute();
}

export async function deleteRelation(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<RelationRow | undefined> {
  const row = await ctx.db
    .deleteFrom('customer_relations')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .returning(relationColumns)
    .executeTakeFirst();
  return row as RelationRow | undefined;
}

export interface PhoneRow {
  id: string;
  /** Whole: it leaves this module masked. */
  phone: string;
  label: string | null;
}

export function selectPhones(ctx: TransactionContext, customerId: string): Promise<PhoneRow[]> {
  return ctx.db
    .selectFrom('customer_phones')
    .select(['id', 'phone', 'label'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function selectPhonesOf(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; phone: string }[]> {
  return ctx.db
    .selectFrom('customer_phones')
    .select(['customer_id as customerId', 'phone'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
}

/** Who has one of these phones besides their first. */
export async function selectPhoneHolders(
  ctx: TransactionContext,
  phones: readonly string[],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customer_phones')
    .select('customer_id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`phone = any(${[...phones]}::text[])`)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** False when the customer has that phone already. */
export async function insertPhone(
  ctx: TransactionContext,
  customerId: string,
  phone: PhoneRow & { phoneLast4: string },
): Promise<boolean> {
  const result = await ctx.db
    .insertInto('customer_phones')
    .values({
      org_id: ctx.orgId,
      id: phone.id,
      customer_id: customerId,
      phone: phone.phone,
      phone_last4: phone.phoneLast4,
      label: phone.label,
      created_at: ctx.now,
      created_by: staffId(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export function deletePhone(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<PhoneRow | undefined> {
  return ctx.db
    .deleteFrom('customer_phones')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .returning(['id', 'phone', 'label'])
    .executeTakeFirst();
}

export async function selectDiscreet(
  ctx: TransactionContext,
  customerId: string,
): Promise<Discreet | undefined> {
  const row = await ctx.db
    .selectFrom('discreet_profiles as d')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.updated_by'))
    .select(['d.profile', 'd.updated_at as updatedAt', 's.name as updatedByName', 'd.version'])
    .where('d.org_id', '=', ctx.orgId)
    .where('d.customer_id', '=', customerId)
    .executeTakeFirst();
  return row && { ...row, profile: row.profile as DiscreetProfile };
}

/** Of these customers those who mind how they are reached. */
export async function selectDiscreetProfiles(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, DiscreetProfile>> {
  const rows = await ctx.db
    .selectFrom('discreet_profiles as d')
    .select(['d.customer_id as customerId', 'd.profile'])
    .where('d.org_id', '=', ctx.orgId)
    .where(sql<boolean>`d.customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ customerId, profile }) => [customerId, profile as DiscreetProfile]));
}

export async function saveDiscreet(
  ctx: TransactionContext,
  customerId: string,
  profile: DiscreetProfile,
  version: number,
): Promise<void> {
  const row = {
    profile: JSON.stringify(profile),
    updated_at: ctx.now,
    updated_by: staffId(ctx),
    version,
  };
  await ctx.db
    .insertInto('discreet_profiles')
    .values({ org_id: ctx.orgId, customer_id: customerId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'customer_id']).doUpdateSet(row))
    .execute();
}

export async function deleteDiscreet(ctx: TransactionContext, customerId: string): Promise<void> {
  await ctx.db
    .deleteFrom('discreet_profiles')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .execute();
}

export function staffId(ctx: TransactionContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null;
}
