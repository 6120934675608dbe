import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { FormRequest, FormSource } from '#domain/forms/contract.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';

/** Whose work a form is about. */
export interface About {
  visitId: string | null;
  doctorId: string | null;
  teamId: string | null;
  category: TreatmentCategory | null;
}

export interface StoredRequest extends About {
  id: string;
  formVersionId: string;
  clinicId: string;
  customerId: string;
  /** What it was sent for. */
  followupId: string | null;
  source: FormSource;
  answeredAt: Instant | null;
  /** What was sent for it, by the try where it is not drawn yet or could not be. */
  photoIds: string[];
}

export async function insertRequest(
  ctx: TransactionContext,
  request: About & {
    id: string;
    formVersionId: string;
    clinicId: string;
    customerId: string;
    followupId: string | null;
    source: FormSource;
  },
): Promise<void> {
  await ctx.db
    .insertInto('form_requests')
    .values({
      org_id: ctx.orgId,
      id: request.id,
      form_version_id: request.formVersionId,
      clinic_id: request.clinicId,
      customer_id: request.customerId,
      visit_id: request.visitId,
      followup_id: request.followupId,
      source: request.source,
      doctor_id: request.doctorId,
      team_id: request.teamId,
      category: request.category,
      asked_at: ctx.now,
      asked_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

/** Until when its newest link can be answered. */
export async function updateExpiry(ctx: TransactionContext, id: string, expiresAt: Instant): Promise<void> {
  await ctx.db
    .updateTable('form_requests')
    .set({ expires_at: expiresAt })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What was sent before without a followup is now for this one. */
export async function updateFollowupOf(
  ctx: TransactionContext,
  id: string,
  followupId: string,
): Promise<void> {
  await ctx.db
    .updateTable('form_requests')
    .set({ followup_id: followupId })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Those of these followups for which somebody was asked already. */
export async function selectAskedFollowups(
  ctx: TransactionContext,
  followupIds: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('form_requests')
    .select('followup_id as id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`followup_id = any(${[...followupIds]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id!));
}

/** What was asked in a visit that never was. */
export async function updateVisitOf(ctx: TransactionContext, visitId: string): Promise<void> {
  await ctx.db
    .updateTable('form_requests')
    .set({ visit_id: null })
    .where('org_id', '=', ctx.orgId)
    .where('visit_id', '=', visitId)
    .execute();
}

/** The same form about the same visit that was sent and not answered: sent again it is one request, not two. */
export async function selectOpenRequest(
  ctx: TransactionContext,
  which: { formVersionId: string; customerId: string; visitId: string | null; source: FormSource },
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('form_requests')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('form_version_id', '=', which.formVersionId)
    .where('customer_id', '=', which.customerId)
    .where('visit_id', 'is not distinct from', which.visitId)
    .where('source', '=', which.source)
    .where('answered_at', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** What was sent for a followup and is not answered. */
export async function selectUnanswered(ctx: TransactionContext, followupId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('form_requests')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('followup_id', '=', followupId)
    .where('source', '=', 'link')
    .where('answered_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a form about this visit was sent or shown. */
export async function selectIsAskedAbout(ctx: TransactionContext, visitId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('form_requests as r')
    .innerJoin('form_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'r.form_version_id'),
    )
    .select('r.id')
    .where('r.org_id', '=', ctx.orgId)
    .where('r.visit_id', '=', visitId)
    .where(sql<boolean>`v.definition ->> 'kind' <> 'intake'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The request; held until the transaction ends where it is about to be answered, which it is once. */
export async function selectRequest(
  ctx: TransactionContext,
  id: string,
  options: { hold: boolean },
): Promise<StoredRequest | undefined> {
  const row = await ctx.db
    .selectFrom('form_requests')
    .select([
      'id',
      'form_version_id as formVersionId',
      'clinic_id as clinicId',
      'customer_id as customerId',
      'visit_id as visitId',
      'followup_id as followupId',
      'doctor_id as doctorId',
      'team_id as teamId',
      'category',
      'source',
      'answered_at as answeredAt',
      'photo_ids as photoIds',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .$if(options.hold, (query) => query.forUpdate())
    .modifyEnd(often)
    .executeTakeFirst();
  return row as StoredRequest | undefined;
}

export async function updateAnswered(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('form_requests')
    .set({ answered_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function updatePhotos(ctx: TransactionContext, id: string, photoIds: string[]): Promise<void> {
  await ctx.db
    .updateTable('form_requests')
    .set({ photo_ids: photoIds })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** When these customers were asked for an intake form, and when they filled one in; the latest of each. */
export async function selectIntakes(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; askedAt: Instant; answeredAt: Instant | null }[]> {
  return ctx.db
    .selectFrom('form_requests as r')
    .innerJoin('form_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'r.form_version_id'),
    )
    .select((eb) => [
      'r.customer_id as customerId',
      eb.fn.max('r.asked_at').as('askedAt'),
      eb.fn.max('r.answered_at').as('answeredAt'),
    ])
    .where('r.org_id', '=', ctx.orgId)
    .where(sql<boolean>`r.customer_id = any(${[...customerIds]}::uuid[])`)
    .where(sql<boolean>`v.definition ->> 'kind' = 'intake'`)
    .groupBy('r.customer_id')
    .execute();
}

/** What a customer was asked, the last first: all of it, or one request. */
export async function selectRequests(
  ctx: TransactionContext,
  which: { customerId: string } | { id: string },
): Promise<FormRequest[]> {
  const rows = await ctx.db
    .selectFrom('form_requests as r')
    .innerJoin('form_versions as v', (join) =>
      join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'r.form_version_id'),
    )
    .leftJoin('form_answers as a', (join) =>
      join.on('a.org_id', '=', ctx.orgId).onRef('a.request_id', '=', 'r.id'),
    )
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 'r.doctor_id'))
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'r.asked_by'))
    .select([
      'r.id',
      'v.code',
      'v.definition',
      'r.source',
      'r.followup_id as followupId',
      'r.category',
      'd.name as doctorName',
      'r.asked_at as askedAt',
      's.name as askedByName',
      'r.expires_at as expiresAt',
      'r.answered_at as answeredAt',
      'a.id as answerId',
      'a.score',
    ])
    .where('r.org_id', '=', ctx.orgId)
    .$if('id' in which, (query) => query.where('r.id', '=', (which as { id: string }).id))
    .$if('customerId' in which, (query) =>
      query.where('r.customer_id', '=', (which as { customerId: string }).customerId),
    )
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ definition, ...row }) => ({
    ...(row as Omit<FormRequest, 'name'>),
    name: FormDefinition.shape.name.parse((definition as { name: unknown }).name),
  }));
}
