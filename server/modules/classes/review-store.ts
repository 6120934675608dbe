import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Yardstick } from '#domain/classes/contract.ts';
import type { BlindReview } from '#domain/classes/desk-contact.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { asContact, contactColumns, contacts } from './store.ts';
import type { ContactQuestion, StoredContact } from './store.ts';

/** False where the sample of that week was drawn already. */
export async function claimWeek(ctx: TransactionContext, week: CalendarDate): Promise<boolean> {
  const done = await ctx.db
    .insertInto('class_sample_weeks')
    .values({ org_id: ctx.orgId, week, drawn_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The classed contacts of some days, and who gave each its first class. */
export async function selectClassed(
  ctx: TransactionContext,
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ id: string; staffId: string }[]> {
  const rows = await ctx.db
    .selectFrom('desk_contacts')
    .select(['id', 'preclassed_by as staffId'])
    .where('org_id', '=', ctx.orgId)
    .where('withdrawn_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('preclassed_by', 'is not', null)
    .execute();
  return rows.map(({ id, staffId }) => ({ id, staffId: staffId! }));
}

export async function insertReviews(
  ctx: TransactionContext,
  week: CalendarDate,
  contactIds: readonly string[],
): Promise<void> {
  if (contactIds.length === 0) return;
  await ctx.db
    .insertInto('class_reviews')
    .values(contactIds.map((id) => ({ org_id: ctx.orgId, contact_id: id, week })))
    .execute();
}

/** The sample of a week, what is still to be coded first; of each the order says nothing. Null is every clinic. */
export async function selectReviews(
  ctx: TransactionContext,
  week: CalendarDate,
  clinicIds: readonly string[] | null,
): Promise<(StoredContact & { review: BlindReview })[]> {
  const rows = await contacts(ctx)
    .innerJoin('class_reviews as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.contact_id', '=', 'd.id'),
    )
    .select(contactColumns)
    .select(['r.code as reviewCode', 'r.coded_by as codedBy', 'r.coded_at as codedAt'])
    .where('r.week', '=', week)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`d.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .orderBy(sql`(r.code is null) desc`)
    .orderBy('d.id')
    .execute();
  return rows.map(({ reviewCode, codedBy, codedAt, ...row }) => ({
    ...asContact(row),
    review: { code: reviewCode, codedBy, codedAt },
  }));
}

/** The place of a contact in a sample, held until the transaction ends; undefined where none drew it. */
export async function lockReview(
  ctx: TransactionContext,
  contactId: string,
): Promise<BlindReview | undefined> {
  return ctx.db
    .selectFrom('class_reviews')
    .select(['code', 'coded_by as codedBy', 'coded_at as codedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('contact_id', '=', contactId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateReview(
  ctx: TransactionContext,
  contactId: string,
  code: string,
  by: string,
): Promise<void> {
  await ctx.db
    .updateTable('class_reviews')
    .set({ code, coded_by: by, coded_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('contact_id', '=', contactId)
    .execute();
}

/** A contact with how it was judged, and whether a sample drew it. */
export type StoredJudged = StoredContact & {
  /** Whose it is: who gave it its first class; who took it where it has none. */
  ownerId: string;
  ownerName: string;
  judged: string | null;
  judgedByName: string | null;
  isDrawn: boolean;
  codedAt: Instant | null;
};

/** Every contact of some days with how it was judged, the newest first. */
export async function selectJudged(
  ctx: TransactionContext,
  question: ContactQuestion,
  against: Yardstick,
): Promise<StoredJudged[]> {
  const { from, to, clinicIds } = question;
  const rows = await contacts(ctx)
    .leftJoin('class_reviews as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.contact_id', '=', 'd.id'),
    )
    .leftJoin('staff as c', (join) => join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'r.coded_by'))
    .leftJoin('staff as p', (join) =>
      join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'd.preclassed_by'),
    )
    .select(contactColumns)
    .select([
      'r.contact_id as drawnId',
      'r.code as reviewCode',
      'r.coded_at as codedAt',
      'c.name as codedByName',
      'p.name as preclassedByName',
    ])
    .where('d.withdrawn_at', 'is', null)
    .where('d.day', '>=', from)
    .where('d.day', '<=', to)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`d.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  return rows.map(({ drawnId, reviewCode, codedByName, preclassedByName, ...row }) => ({
    ...asContact(row),
    ownerId: row.preclassedBy ?? row.staffId,
    ownerName: preclassedByName ?? row.staffName,
    isDrawn: drawnId !== null,
    judged: against === 'blind' ? reviewCode : row.confirmed,
    judgedByName: against === 'blind' ? codedByName : row.confirmedByName,
  }));
}
