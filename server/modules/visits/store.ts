import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { NewTreatment, Visit } from '#domain/visits/contract.ts';
import type { z } from 'zod';
import type { VisitKind } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';
import { newId } from '#server/platform/ids.ts';

type VisitRow = Omit<Visit, 'treatments'>;

const columns = [
  'id',
  'customer_id as customerId',
  'clinic_id as clinicId',
  'appointment_id as appointmentId',
  'kind',
  'state',
  'visited_on as visitedOn',
  'opened_at as openedAt',
  'created_at as enteredAt',
  'closed_at as closedAt',
  'chief_complaint as chiefComplaint',
  'is_discharge as isDischarge',
  'version',
] as const;

const asVisitRow = <T extends { kind: string; state: string; openedAt: Instant; enteredAt: Instant }>(
  row: T,
) => ({
  ...row,
  kind: row.kind as VisitKind,
  state: row.state as Visit['state'],
  enteredAt: row.state === 'open' && row.enteredAt > row.openedAt ? row.enteredAt : null,
});

export async function selectVisit(ctx: TransactionContext, id: string): Promise<Visit | undefined> {
  const [row, treatments] = await Promise.all([
    ctx.db
      .selectFrom('visits')
      .select(columns)
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id)
      .modifyEnd(often)
      .executeTakeFirst(),
    selectTreatments(ctx, [id]),
  ]);
  return row && withTreatments([asVisitRow(row)], treatments)[0];
}

/** The visit, held until the transaction ends so that it is not closed while somebody edits it. */
export async function lockVisit(ctx: TransactionContext, id: string): Promise<Visit | undefined> {
  const [row, treatments] = await Promise.all([
    ctx.db
      .selectFrom('visits')
      .select(columns)
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .modifyEnd(often)
      .executeTakeFirst(),
    // Sent behind it, and so read after it was held.
    selectTreatments(ctx, [id]),
  ]);
  return row && withTreatments([asVisitRow(row)], treatments)[0];
}

export interface VisitQuestion {
  clinicIds: readonly string[] | null;
  customerId?: string | undefined;
  day?: CalendarDate | undefined;
  state?: Visit['state'] | undefined;
  limit: number;
}

/** The latest first. */
export async function selectVisits(ctx: TransactionContext, question: VisitQuestion): Promise<Visit[]> {
  const { clinicIds, customerId, day, state } = question;
  const rows = await ctx.db
    .selectFrom('visits')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId!))
    .$if(day !== undefined, (query) => query.where('visited_on', '=', day!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('visited_on', 'desc')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(question.limit)
    .execute();
  if (rows.length === 0) return [];
  const treatments = await selectTreatments(
    ctx,
    rows.map(({ id }) => id),
  );
  return withTreatments(rows.map(asVisitRow), treatments);
}

function selectTreatments(ctx: TransactionContext, visitIds: readonly string[]) {
  return ctx.db
    .selectFrom('treatments as t')
    .leftJoin('teams as g', (join) => join.on('g.org_id', '=', ctx.orgId).onRef('g.id', '=', 't.team_id'))
    .leftJoin('staff as d', (join) => join.on('d.org_id', '=', ctx.orgId).onRef('d.id', '=', 't.doctor_id'))
    .select([
      't.visit_id as visitId',
      't.id',
      't.category',
      't.name',
      't.team_id as teamId',
      'g.name as teamName',
      't.doctor_id as doctorId',
      'd.name as doctorName',
      't.finishes_course as finishesCourse',
    ])
    .where('t.org_id', '=', ctx.orgId)
    .where(isOneOf('t.visit_id', visitIds))
    .orderBy('t.position')
    .modifyEnd(often)
    .execute();
}

function withTreatments(
  visits: readonly VisitRow[],
  rows: Awaited<ReturnType<typeof selectTreatments>>,
): Visit[] {
  const byVisit = Map.groupBy(rows, (row) => row.visitId);
  return visits.map((visit) => ({
    ...visit,
    treatments: (byVisit.get(visit.id) ?? []).map(
      ({ visitId: _, ...treatment }) => treatment as Visit['treatments'][number],
    ),
  }));
}

export async function selectOpenVisit(
  ctx: TransactionContext,
  where: { customerId: string; clinicId: string },
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('visits')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', where.customerId)
    .where('clinic_id', '=', where.clinicId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.id;
}

export async function selectEarliestVisitDay(
  ctx: TransactionContext,
  customerId: string,
): Promise<CalendarDate | null> {
  const row = await ctx.db
    .selectFrom('visits')
    .select((eb) => eb.fn.min<CalendarDate | null>('visited_on').as('day'))
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Which of these customers have a visit, open or closed. */
export async function selectVisitors(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('visits')
    .select('customer_id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.customer_id));
}

export async function selectFirstVisitors(
  ctx: TransactionContext,
  { from, to, clinicIds }: { from: CalendarDate; to: CalendarDate; clinicIds: readonly string[] | null },
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('visits')
    .select('customer_id')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('kind', '=', 'first')
    .where('visited_on', '>=', from)
    .where('visited_on', '<=', to)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`clinic_id = any(${[...clinicIds!]}::uuid[])`),
    )
    .execute();
  return rows.map((row) => row.customer_id);
}

export async function insertVisit(
  ctx: TransactionContext,
  visit: Pick<
    Visit,
    'id' | 'customerId' | 'clinicId' | 'appointmentId' | 'kind' | 'visitedOn' | 'openedAt' | 'chiefComplaint'
  >,
): Promise<void> {
  await ctx.db
    .insertInto('visits')
    .values({
      org_id: ctx.orgId,
      id: visit.id,
      customer_id: visit.customerId,
      clinic_id: visit.clinicId,
      appointment_id: visit.appointmentId,
      kind: visit.kind,
      state: 'open',
      visited_on: visit.visitedOn,
      opened_at: visit.openedAt,
      chief_complaint: visit.chiefComplaint,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function updateVisit(
  ctx: TransactionContext,
  id: string,
  change: { chiefComplaint?: string | null | undefined; isDischarge?: boolean | undefined; closed?: true },
): Promise<void> {
  const writing = ctx.db
    .updateTable('visits')
    .set((eb) => ({
      ...(change.chiefComplaint === undefined ? {} : { chief_complaint: change.chiefComplaint }),
      ...(change.isDischarge === undefined ? {} : { is_discharge: change.isDischarge }),
      ...(change.closed && { state: 'closed', closed_at: ctx.now }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
  ctx.alongside(writing);
}

export async function replaceTreatments(
  ctx: TransactionContext,
  visit: Pick<Visit, 'id' | 'customerId'>,
  treatments: readonly z.output<typeof NewTreatment>[],
): Promise<void> {
  await ctx.db
    .deleteFrom('treatments')
    .where('org_id', '=', ctx.orgId)
    .where('visit_id', '=', visit.id)
    .execute();
  if (treatments.length === 0) return;
  const rows = treatments.map((treatment, position) => ({
    org_id: ctx.orgId,
    id: newId(),
    visit_id: visit.id,
    customer_id: visit.customerId,
    category: treatment.category,
    name: treatment.name,
    team_id: treatment.teamId,
    doctor_id: treatment.doctorId,
    finishes_course: treatment.finishesCourse ?? false,
    position,
  }));
  await ctx.db.insertInto('treatments').values(rows).execute();
}

/** The day of each customer's last closed visit; null for who has none. */
export async function selectLastVisitDays(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; visitedOn: CalendarDate | null }[]> {
  // Asked one by one on the index: in a load without statistics a join would read all visits each time.
  const { rows } = await sql<{ customerId: string; visitedOn: CalendarDate | null }>`
    select c.id as "customerId", (
      select max(v.visited_on) from visits v
      where v.org_id = ${ctx.orgId} and v.customer_id = c.id and v.state = 'closed') as "visitedOn"
    from unnest(${[...customerIds]}::uuid[]) c(id)`.execute(ctx.db);
  return rows;
}

// Teams and staff are the staff module's: read here to know that they are there, as the foreign keys do.

export async function selectTeamIds(ctx: TransactionContext, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

export async function selectStaffIds(ctx: TransactionContext, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Whether something was written, paid, asked or found in it. The tables of others are only looked at. */
export async function selectHasRecords(ctx: TransactionContext, id: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from treatments t where t.org_id = ${ctx.orgId} and t.visit_id = ${id})
      or exists (select from plans p where p.org_id = ${ctx.orgId} and p.visit_id = ${id})
      or exists (select from ledger_entries l where l.org_id = ${ctx.orgId} and l.visit_id = ${id})
      or exists (select from latent_problems k where k.org_id = ${ctx.orgId} and k.visit_id = ${id})
      or exists (select from consultations c where c.org_id = ${ctx.orgId} and c.visit_id = ${id})
      or exists (select from checkouts o where o.org_id = ${ctx.orgId} and o.visit_id = ${id})
      as has`.execute(ctx.db);
  return rows[0]!.has;
}

export async function deleteVisit(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db.deleteFrom('visits').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}
