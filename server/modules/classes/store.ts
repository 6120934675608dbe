import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { DeskContact } from '#domain/classes/contract.ts';
import type { DeskChannel } from '#domain/classes/desk-contact.ts';
import type { ClassStage } from '#domain/classes/preclass.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

/** A contact as stored, without whose it is. */
export type StoredContact = Omit<DeskContact, 'customer'> & {
  customerId: string;
  preclassedBy: string | null;
  withdrawnAt: Instant | null;
};

export const contactColumns = [
  'd.id',
  'd.customer_id as customerId',
  'd.clinic_id as clinicId',
  'd.channel',
  'd.at',
  'd.stage',
  'd.taken_by as staffId',
  's.name as staffName',
  'd.matter',
  'd.preclass',
  'd.preclassed_by as preclassedBy',
  'd.code',
  'd.confirmed',
  'f.name as confirmedByName',
  'd.withdrawn_at as withdrawnAt',
] as const;

export const asContact = <T extends { channel: string; stage: string }>(row: T) => ({
  ...row,
  channel: row.channel as DeskChannel,
  stage: row.stage as ClassStage,
});

/** The contacts of the organization with who took and who confirmed them; what was taken back is among them. */
export function contacts(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('desk_contacts as d')
    .innerJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'd.taken_by'))
    .leftJoin('staff as f', (join) =>
      join.on('f.org_id', '=', ctx.orgId).onRef('f.id', '=', 'd.confirmed_by'),
    )
    .where('d.org_id', '=', ctx.orgId);
}

export async function selectContact(ctx: TransactionContext, id: string): Promise<StoredContact | undefined> {
  const row = await contacts(ctx).select(contactColumns).where('d.id', '=', id).executeTakeFirst();
  return row && asContact(row);
}

/** The contact, held until the transaction ends: of two who class it at once one is the first. */
export async function lockContact(ctx: TransactionContext, id: string): Promise<StoredContact | undefined> {
  const row = await contacts(ctx)
    .select(contactColumns)
    .where('d.id', '=', id)
    .forUpdate(['d'])
    .executeTakeFirst();
  return row && asContact(row);
}

export interface ContactQuestion {
  from: CalendarDate;
  to: CalendarDate;
  /** Null is every clinic of the organization. */
  clinicIds: readonly string[] | null;
  staffId?: string | undefined;
}

function asked(ctx: TransactionContext, { from, to, clinicIds, staffId }: ContactQuestion) {
  return contacts(ctx)
    .where('d.withdrawn_at', 'is', null)
    .where('d.day', '>=', from)
    .where('d.day', '<=', to)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`d.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .$if(staffId !== undefined, (query) => query.where('d.taken_by', '=', staffId!));
}

/** One page of them, those without a class first, of each the newest first. */
export async function selectContacts(
  ctx: TransactionContext,
  question: ContactQuestion,
  page: { limit: number; offset: number },
): Promise<{ rows: StoredContact[]; total: number; unclassed: number }> {
  const { total, unclassed } = await asked(ctx, question)
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn
        .countAll<number>()
        .filterWhere((eb) => eb.and([eb('d.code', 'is', null), eb('d.confirmed', 'is', null)]))
        .as('unclassed'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await asked(ctx, question)
    .select(contactColumns)
    .orderBy(sql`(d.code is null and d.confirmed is null) desc`)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { rows: rows.map(asContact), total, unclassed };
}

/** The newest contacts of a customer. */
export async function selectContactsOf(
  ctx: TransactionContext,
  customerId: string,
  limit: number,
): Promise<StoredContact[]> {
  const rows = await contacts(ctx)
    .select(contactColumns)
    .where('d.customer_id', '=', customerId)
    .where('d.withdrawn_at', 'is', null)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asContact);
}

export interface NewContact {
  id: string;
  clinicId: string;
  customerId: string;
  channel: DeskChannel;
  day: CalendarDate;
  stage: ClassStage;
  takenBy: string;
  matter: string | null;
}

export async function insertContact(ctx: TransactionContext, contact: NewContact): Promise<void> {
  await ctx.db
    .insertInto('desk_contacts')
    .values({
      org_id: ctx.orgId,
      id: contact.id,
      clinic_id: contact.clinicId,
      customer_id: contact.customerId,
      channel: contact.channel,
      at: ctx.now,
      day: contact.day,
      stage: contact.stage,
      taken_by: contact.takenBy,
      matter: contact.matter,
    })
    .execute();
}

/** The first class stays what it was, whatever the desk says later. */
export async function updateClass(
  ctx: TransactionContext,
  id: string,
  code: string,
  by: string,
): Promise<void> {
  await ctx.db
    .updateTable('desk_contacts')
    .set((eb) => ({
      preclass: eb.fn.coalesce('preclass', sql<string>`${code}::text`),
      preclassed_by: eb.fn.coalesce('preclassed_by', sql<string>`${by}::uuid`),
      preclassed_at: eb.fn.coalesce('preclassed_at', sql<Instant>`${ctx.now}::timestamptz`),
      code,
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function updateConfirmed(
  ctx: TransactionContext,
  id: string,
  code: string,
  by: string,
): Promise<void> {
  await ctx.db
    .updateTable('desk_contacts')
    .set({ confirmed: code, confirmed_by: by, confirmed_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function updateWithdrawn(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('desk_contacts')
    .set({ withdrawn_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** The class each of these customers has: that of their newest contact with one, as confirmed where it was. */
export async function selectStanding(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; code: string | null }[]> {
  const { rows } = await sql<{ customerId: string; code: string | null }>`
    select c.id as "customerId", (
      select coalesce(d.confirmed, d.code) from desk_contacts d
      where d.org_id = ${ctx.orgId} and d.customer_id = c.id and d.withdrawn_at is null
        and (d.code is not null or d.confirmed is not null)
      order by d.at desc, d.id desc limit 1) as code
    from unnest(${[...customerIds]}::uuid[]) c(id)`.execute(ctx.db);
  return rows;
}

export interface ClassChange {
  contactId: string;
  customerId: string;
  source: 'desk' | 'confirmed';
  before: string | null;
  code: string;
  by: string;
}

export async function insertChange(ctx: TransactionContext, change: ClassChange): Promise<void> {
  await ctx.db
    .insertInto('class_changes')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      contact_id: change.contactId,
      customer_id: change.customerId,
      source: change.source,
      code: change.code,
      code_before: change.before,
      changed_at: ctx.now,
      changed_by: change.by,
    })
    .execute();
}

export async function selectChanges(ctx: TransactionContext, customerId: string, limit: number) {
  const rows = await ctx.db
    .selectFrom('class_changes as h')
    .innerJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'h.changed_by'))
    .select([
      'h.id',
      'h.contact_id as contactId',
      'h.source',
      'h.code_before as before',
      'h.code',
      'h.changed_at as at',
      's.name as byName',
    ])
    .where('h.org_id', '=', ctx.orgId)
    .where('h.customer_id', '=', customerId)
    .orderBy('h.changed_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, source: row.source as ClassChange['source'] }));
}
