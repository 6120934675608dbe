import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Candidate } from '#domain/followups/assignment.ts';
import type { CustomerStanding } from '#domain/followups/plan.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { statisticsOfLoad } from '#server/platform/database/refresh-statistics.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';

/** Who may hold a followup: active people, with the clinics they serve. */
export async function selectCandidates(ctx: TransactionContext): Promise<Candidate[]> {
  const rows = await ctx.db
    .selectFrom('staff as s')
    .leftJoin('staff_clinics as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.staff_id', '=', 's.id'),
    )
    .select((eb) => [
      's.id',
      's.role',
      's.treats',
      's.all_clinics as allClinics',
      eb.fn.agg<string[]>('array_agg', [sql`c.clinic_id::text`]).as('clinicIds'),
    ])
    .where('s.org_id', '=', ctx.orgId)
    .where('s.state', '=', 'active')
    .groupBy(['s.id', 's.role', 's.treats', 's.all_clinics'])
    .modifyEnd(often)
    .execute();
  return rows.map((row) => ({
    staffId: row.id,
    role: row.role as Role,
    treats: row.treats,
    clinicIds: row.allClinics ? 'all' : row.clinicIds.filter((id) => id !== null),
  }));
}

export async function selectZones(ctx: TransactionContext): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('clinics')
    .select(['id', 'timezone'])
    .where('org_id', '=', ctx.orgId)
    .modifyEnd(often)
    .execute();
  return new Map(rows.map((row) => [row.id, row.timezone]));
}

/** What the rules ask of a customer: whose they are, what they are, whether they want to be contacted, and live here. */
export interface CustomerForPlanning extends Partial<CustomerStanding> {
  /** Whoever looks after the customer, in any capacity: a followup goes to who of them has its role. */
  ownerIds: readonly (string | null)[];
  refusesContact: boolean;
  isFrozen: boolean;
  isGone?: boolean;
}

/** How a customer left for good. */
export type Gone = 'deceased' | 'moved-away';

export async function selectCustomersForPlanning(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, CustomerForPlanning & CustomerStanding & { gone: Gone | null }>> {
  const rows = await ctx.db
    .selectFrom('customers')
    .select([
      'id',
      'owner_id',
      'web_consultant_id',
      'doctor_id',
      'refuses_contact as refusesContact',
      'is_frozen as isFrozen',
      'grade',
      'class_code as classCode',
      sql<Gone | null>`case when deceased_on is not null then 'deceased'
        when moved_away_on is not null then 'moved-away' end`.as('gone'),
    ])
    .where('org_id', '=', ctx.orgId)
    .where(isOneOf('id', customerIds))
    .modifyEnd(often)
    .execute();
  return new Map(
    rows.map(({ id, grade, owner_id, web_consultant_id, doctor_id, ...rest }) => [
      id,
      {
        ...{ ...rest, isGone: rest.gone !== null, grade: grade as Grade },
        ownerIds: [owner_id, web_consultant_id, doctor_id],
      },
    ]),
  );
}

export interface VisitForPlanning {
  id: string;
  customerId: string;
  clinicId: string;
  kind: VisitKind;
  visitedOn: CalendarDate;
  closedAt: Instant;
  categories: TreatmentCategory[];
  /** The categories whose course was finished in it. */
  finished: TreatmentCategory[];
  isDischarge: boolean;
  teamIds: string[];
}

/** Closed visits with what was done in them. */
export function selectVisitsForPlanning(
  ctx: TransactionContext,
  visitIds: readonly string[],
): Promise<VisitForPlanning[]> {
  return selectVisits(ctx, isOneOf('v.id', visitIds));
}

/** Those of these customers that a batch brought. */
export function selectVisitsOfBatch(
  ctx: TransactionContext,
  batchId: string,
  customerIds: readonly string[],
): Promise<VisitForPlanning[]> {
  return selectVisits(
    ctx,
    sql`v.import_batch_id = ${batchId} and v.customer_id = any(${[...customerIds]}::uuid[])`,
  );
}

async function selectVisits(
  ctx: TransactionContext,
  which: RawBuilder<boolean>,
): Promise<VisitForPlanning[]> {
  const ofTreatments = (what: RawBuilder<string[]>) =>
    sql<
      string[] | null
    >`(select ${what} from treatments t where t.org_id = ${ctx.orgId} and t.visit_id = v.id)`;
  const rows = await ctx.db
    .selectFrom('visits as v')
    .select([
      'v.id',
      'v.customer_id as customerId',
      'v.clinic_id as clinicId',
      'v.kind',
      'v.visited_on as visitedOn',
      'v.closed_at as closedAt',
      'v.is_discharge as isDischarge',
      ofTreatments(sql<string[]>`array_agg(distinct t.category)`).as('categories'),
      ofTreatments(sql<string[]>`array_agg(distinct t.category) filter (where t.finishes_course)`).as(
        'finished',
      ),
      ofTreatments(
        sql<string[]>`array_agg(distinct t.team_id::text) filter (where t.team_id is not null)`,
      ).as('teamIds'),
    ])
    .where('v.org_id', '=', ctx.orgId)
    .where('v.state', '=', 'closed')
    .where(which)
    .orderBy('v.closed_at')
    .orderBy('v.id')
    .modifyEnd(often)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customerId,
    clinicId: row.clinicId,
    kind: row.kind as VisitKind,
    visitedOn: row.visitedOn,
    closedAt: row.closedAt!,
    categories: (row.categories ?? []) as TreatmentCategory[],
    finished: (row.finished ?? []) as TreatmentCategory[],
    isDischarge: row.isDischarge,
    teamIds: row.teamIds ?? [],
  }));
}

/** Whether an earlier closed visit of the customer already had that category. */
export async function hadCategoryBefore(
  ctx: TransactionContext,
  visit: VisitForPlanning,
  category: TreatmentCategory,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('treatments as t')
    .innerJoin('visits as v', (join) => join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 't.visit_id'))
    .select('t.id')
    .where('t.org_id', '=', ctx.orgId)
    .where('t.customer_id', '=', visit.customerId)
    .where('t.category', '=', category)
    .where('v.closed_at', '<', visit.closedAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface PlanRow {
  id: string;
  customerId: string;
  clinicId: string;
  protocolVersionId: string;
  event: string;
  eventKey: string;
  eventAt: Instant;
  visitId: string | null;
  /** Of a reminder that names one; else the step's. */
  scriptCode?: string | null;
}

export interface FollowupRow {
  id: string;
  planId: string;
  customerId: string;
  clinicId: string;
  stepKey: string;
  /** Which time of a step that comes back. */
  occurrence?: number;
  purpose: string;
  role: string;
  assigneeId: string | null;
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
}

/** Writes plans and their followups; those that are there already stay as they are. Gives the number of new followups. */
export async function insertPlans(
  ctx: TransactionContext,
  plans: readonly PlanRow[],
  followups: readonly FollowupRow[],
  importBatchId: string | null,
): Promise<number> {
  const chunk = 5_000;
  const wrote = statisticsOfLoad(ctx, 'followups');
  for (let from = 0; from < plans.length; from += chunk) {
    const part = plans.slice(from, from + chunk);
    await sql`
      insert into plans (org_id, id, customer_id, clinic_id, protocol_version_id, event, event_key, event_at, visit_id, script_code, import_batch_id, created_at)
      select ${ctx.orgId}::uuid, p.*, ${importBatchId}::uuid, ${ctx.now}::timestamptz
      from unnest(${part.map((p) => p.id)}::uuid[], ${part.map((p) => p.customerId)}::uuid[], ${part.map((p) => p.clinicId)}::uuid[],
        ${part.map((p) => p.protocolVersionId)}::uuid[], ${part.map((p) => p.event)}::text[], ${part.map((p) => p.eventKey)}::text[],
        ${part.map((p) => p.eventAt)}::timestamptz[], ${part.map((p) => p.visitId)}::uuid[],
        ${part.map((p) => p.scriptCode ?? null)}::text[]) as p
      on conflict do nothing ${often}`.execute(ctx.db);
  }
  await wrote(plans.length);
  let added = 0;
  for (let from = 0; from < followups.length; from += chunk) {
    const part = followups.slice(from, from + chunk);
    const done = await sql`
      insert into followups (org_id, id, plan_id, customer_id, clinic_id, step_key, occurrence, purpose, role, assignee_id, opens_at, due_at, closes_at, created_at)
      select ${ctx.orgId}::uuid, f.*, ${ctx.now}::timestamptz
      from unnest(${part.map((f) => f.id)}::uuid[], ${part.map((f) => f.planId)}::uuid[], ${part.map((f) => f.customerId)}::uuid[],
        ${part.map((f) => f.clinicId)}::uuid[], ${part.map((f) => f.stepKey)}::text[],
        ${part.map((f) => f.occurrence ?? 1)}::integer[], ${part.map((f) => f.purpose)}::text[],
        ${part.map((f) => f.role)}::text[], ${part.map((f) => f.assigneeId)}::uuid[], ${part.map((f) => f.opensAt)}::timestamptz[],
        ${part.map((f) => f.dueAt)}::timestamptz[], ${part.map((f) => f.closesAt)}::timestamptz[]) as f
      on conflict do nothing ${often}`.execute(ctx.db);
    added += Number(done.numAffectedRows ?? 0);
    await wrote(part.length);
  }
  return added;
}

/** The last month of each clinic that was announced. */
export async function selectLastClosedMonths(ctx: TransactionContext): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('closed_months')
    .select((eb) => ['clinic_id as clinicId', eb.fn.max('month').as('month')])
    .where('org_id', '=', ctx.orgId)
    .groupBy('clinic_id')
    .execute();
  return new Map(rows.map(({ clinicId, month }) => [clinicId, month]));
}

/** Those of the clinics whose month nobody has announced yet, held for whoever does so now. */
export async function claimClosedMonths(
  ctx: TransactionContext,
  closed: readonly { clinicId: string; month: string }[],
): Promise<{ clinicId: string; month: string }[]> {
  const { rows } = await sql<{ clinicId: string; month: string }>`
    insert into closed_months (org_id, clinic_id, month, announced_at)
    select ${ctx.orgId}::uuid, c.clinic_id, c.month, ${ctx.now}::timestamptz
    from unnest(${closed.map(({ clinicId }) => clinicId)}::uuid[], ${closed.map(({ month }) => month)}::text[])
      as c (clinic_id, month)
    on conflict do nothing
    returning clinic_id as "clinicId", month`.execute(ctx.db);
  return rows;
}

export async function countPlannedByImport(ctx: TransactionContext, batchId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('followups as f')
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('f.org_id', '=', ctx.orgId)
    .where('p.import_batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  return row.count;
}
