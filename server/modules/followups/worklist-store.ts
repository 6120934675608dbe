import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addHours } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import { sections } from '#domain/followups/contract.ts';
import type { Section } from '#domain/followups/contract.ts';
import type { Step, Wording } from '#domain/followups/protocol.ts';
import { gradesInOrder, soonHours, weights } from '#domain/followups/worklist-order.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Which open followups are on the list. */
export interface WorklistQuestion {
  now: Instant;
  endOfDay: Instant;
  startOfDay: Instant;
  zone: TimeZone;
  clinicIds: readonly string[] | null;
  /** mine: held by me, or by nobody and of my roles. */
  mine: { staffId: string; roles: readonly string[] } | null;
  /** team: held by one of these, or by nobody and of one of these roles. */
  team: { staffIds: readonly string[]; roles: readonly string[] } | null;
  assigneeId: string | null;
  protocolCode: string | null;
  purpose: Step['purpose'] | null;
  /** Of the customer. */
  ownerId: string | null;
  grade: Grade | null;
  classCode: string | null;
  /** Customers the search found; null is no search. */
  customerIds: readonly string[] | null;
  withEscalated: boolean;
  /** Instead of the list, what would be on it if the contact budget allowed. */
  held?: boolean;
}

/** A customer's row; times are the earliest of its followups. */
export interface WorklistGroup {
  customerId: string;
  section: Section;
  closesAt: Instant;
  dueAt: Instant;
  opensAt: Instant;
  nextTryAt: Instant | null;
  tries: number;
  escalated: boolean;
  followupIds: string[];
}

export interface WorklistTotals {
  overdue: number;
  due_now: number;
  later_today: number;
  waiting: number;
}

/** Open followups of whose list it is, of any day. */
function owed(ctx: TransactionContext, question: WorklistQuestion): RawBuilder<unknown>[] {
  const clauses = [
    sql`f.org_id = ${ctx.orgId} and f.state = 'open'`,
    isNotFrozen(ctx),
    question.held ? isHeld(ctx, question) : sql`not (${isHeld(ctx, question)})`,
  ];
  if (!question.withEscalated) clauses.push(sql`f.escalation is null`);
  if (question.clinicIds) clauses.push(sql`f.clinic_id = any(${[...question.clinicIds]}::uuid[])`);
  if (question.mine) {
    clauses.push(
      sql`(f.assignee_id = ${question.mine.staffId} or (f.assignee_id is null and f.role = any(${[...question.mine.roles]}::text[])))`,
    );
  }
  if (question.team) {
    clauses.push(sql`(f.assignee_id = any(${[...question.team.staffIds]}::uuid[])
      or (f.assignee_id is null and f.role = any(${[...question.team.roles]}::text[])))`);
  }
  if (question.assigneeId) clauses.push(sql`f.assignee_id = ${question.assigneeId}`);
  if (question.customerIds) clauses.push(sql`f.customer_id = any(${[...question.customerIds]}::uuid[])`);
  if (question.protocolCode) {
    clauses.push(sql`f.plan_id in (select p.id from plans p where p.org_id = ${ctx.orgId} and p.protocol_version_id in
      (select v.id from protocol_versions v where v.org_id = ${ctx.orgId} and v.code = ${question.protocolCode}))`);
  }
  if (question.purpose) clauses.push(sql`f.purpose = ${question.purpose}`);
  const customer = ofCustomer(ctx, question);
  if (customer) clauses.push(customer);
  return clauses;
}

function ofCustomer(ctx: TransactionContext, question: WorklistQuestion): RawBuilder<unknown> | null {
  const { ownerId, grade, classCode } = question;
  if (!ownerId && !grade && !classCode) return null;
  const clauses = [sql`c.org_id = ${ctx.orgId} and c.id = f.customer_id`];
  if (ownerId) clauses.push(sql`c.owner_id = ${ownerId}`);
  if (grade) clauses.push(sql`c.grade = ${grade}`);
  if (classCode) clauses.push(sql`c.class_code = ${classCode}`);
  return sql`exists (select from customers c where ${sql.join(clauses, sql` and `)})`;
}

/**
 * `domain/followups/held-back.ts` as SQL. Written so that each followup looks its customer up: as a join it was made by
 * reading everybody who is frozen for each, where the database did not yet know that there are many.
 */
export function isNotFrozen(ctx: TransactionContext): RawBuilder<unknown> {
  return sql`not (
    exists (select from customers c where c.org_id = ${ctx.orgId} and c.id = f.customer_id and c.is_frozen)
    and (f.purpose = 'marketing' or exists (select from plans p
      where p.org_id = ${ctx.orgId} and p.id = f.plan_id and p.event = 'birthday')))`;
}

/** `waitsUntil` of `domain/contacts/contact-budget.ts` as SQL; a test holds one against the other. */
function isHeld(
  ctx: TransactionContext,
  { now, endOfDay }: Pick<WorklistQuestion, 'now' | 'endOfDay'>,
): RawBuilder<unknown> {
  return sql`f.purpose in ('service', 'satisfaction', 'marketing') and exists (
    select from contact_waits w where w.org_id = ${ctx.orgId} and w.customer_id = f.customer_id
    and case f.purpose
      when 'marketing' then w.marketing_until > ${now}
      when 'satisfaction' then w.satisfaction_until > ${now} and f.closes_at > ${endOfDay}
      else w.service_until > ${now} and f.closes_at > ${endOfDay} end)`;
}

/** The followups of today's list. `domain/followups/section.ts` is the rule; its test holds this SQL against it. */
function listed(ctx: TransactionContext, question: WorklistQuestion): RawBuilder<unknown> {
  const clauses = [
    ...owed(ctx, question),
    sql`f.opens_at <= ${question.endOfDay} and (f.next_try_at is null or f.next_try_at <= ${question.endOfDay})`,
  ];
  return sql`select f.id, f.plan_id, f.customer_id, f.closes_at, f.due_at, f.opens_at, f.next_try_at, f.tries,
      f.escalation, f.purpose from followups f
    where ${sql.join(clauses, sql` and `)}`;
}

/** When the first of the later days' followups comes up. */
export async function selectNextAt(
  ctx: TransactionContext,
  question: WorklistQuestion,
): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select min(greatest(f.opens_at, f.next_try_at)) as at from followups f
    where ${sql.join(owed(ctx, question), sql` and `)}
      and (f.opens_at > ${question.endOfDay} or f.next_try_at > ${question.endOfDay})`.execute(ctx.db);
  return rows[0]?.at ?? null;
}

function grouped(ctx: TransactionContext, question: WorklistQuestion): RawBuilder<unknown> {
  return sql`
    select g.*, case
        when g.next_try_at > ${question.now} then 'waiting'
        when g.closes_at < ${question.now} then 'overdue'
        when g.opens_at > ${question.now} then 'later_today'
        when g.closes_at <= ${question.endOfDay} or g.due_at <= ${question.endOfDay} then 'due_now'
        else 'later_today' end as section
    from (
      select l.customer_id, min(l.closes_at) as closes_at, min(l.due_at) as due_at, min(l.opens_at) as opens_at, max(l.tries) as tries,
        bool_or(l.escalation is not null) as escalated,
        case when bool_or(l.next_try_at is null or l.next_try_at <= ${question.now}) then null else min(l.next_try_at) end as next_try_at,
        min(case ${sql.join(
          weights.map(
            (same, weight) => sql`when l.purpose = any(${[...same]}::text[]) then ${weight}::integer`,
          ),
          sql` `,
        )} end) as weight,
        array_agg(l.id order by l.closes_at, l.id) as followup_ids
      from (${listed(ctx, question)}) l group by l.customer_id
    ) g`;
}

/** `domain/followups/worklist-order.ts` as SQL; a test holds one against the other. */
function inOrder({ now, zone }: WorklistQuestion): RawBuilder<unknown> {
  return sql`array_position(${[...sections]}::text[], w.section),
    case when w.section = 'waiting' then w.next_try_at end,
    case when w.section = 'due_now' and w.closes_at <= ${addHours(now, soonHours)} then 0 else 1 end,
    case when w.section = 'later_today' then (w.due_at at time zone ${zone})::date end,
    w.weight, array_position(${[...gradesInOrder]}::text[], c.grade), w.due_at, w.closes_at`;
}

export async function selectWorklist(
  ctx: TransactionContext,
  question: WorklistQuestion,
  page: { section: Section | null; limit: number; offset: number },
): Promise<WorklistGroup[]> {
  const { rows } = await sql<{
    customer_id: string;
    section: Section;
    closes_at: Instant;
    due_at: Instant;
    opens_at: Instant;
    next_try_at: Instant | null;
    tries: number;
    escalated: boolean;
    followup_ids: string[];
  }>`
    select w.* from (${grouped(ctx, question)}) w
      join customers c on c.org_id = ${ctx.orgId} and c.id = w.customer_id
    ${page.section ? sql`where w.section = ${page.section}` : sql``}
    order by ${inOrder(question)}, w.customer_id
    limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return rows.map((row) => ({
    customerId: row.customer_id,
    section: row.section,
    closesAt: row.closes_at,
    dueAt: row.due_at,
    opensAt: row.opens_at,
    nextTryAt: row.next_try_at,
    tries: row.tries,
    escalated: row.escalated,
    followupIds: row.followup_ids,
  }));
}

/** Customers by section, over the whole list. */
export async function countWorklist(
  ctx: TransactionContext,
  question: WorklistQuestion,
): Promise<WorklistTotals> {
  const { rows } = await sql<{ section: Section; customers: number }>`
    select w.section, count(*) as customers from (${grouped(ctx, question)}) w group by w.section`.execute(
    ctx.db,
  );
  const totals = { overdue: 0, due_now: 0, later_today: 0, waiting: 0 };
  for (const row of rows) totals[row.section] = row.customers;
  return totals;
}

/** What the list is made of, by protocol. */
export async function countByProtocol(
  ctx: TransactionContext,
  question: WorklistQuestion,
): Promise<{ code: string; name: Wording; customers: number; followups: number }[]> {
  const { rows } = await sql<{ code: string; name: Wording; customers: number; followups: number }>`
    select v.code, v.definition -> 'name' as name, sum(n.followups)::bigint as followups, sum(n.customers)::bigint as customers
    from (
      select p.protocol_version_id, count(*) as followups, count(distinct l.customer_id) as customers
      from (${listed(ctx, question)}) l join plans p on p.org_id = ${ctx.orgId} and p.id = l.plan_id
      group by p.protocol_version_id
    ) n join protocol_versions v on v.org_id = ${ctx.orgId} and v.id = n.protocol_version_id
    group by v.code, v.definition -> 'name' order by v.code`.execute(ctx.db);
  return rows;
}

/** Customers somebody tried to reach today, by this person where one is named, with nothing left for today. */
export async function countDoneToday(
  ctx: TransactionContext,
  question: WorklistQuestion,
  staffId: string | null,
): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select count(*) as done from (
      select distinct a.customer_id from attempts a
      join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id
      where a.org_id = ${ctx.orgId} and a.at >= ${question.startOfDay} and a.at <= ${question.endOfDay} and a.undone_at is null
        and a.channel <> 'form'
      ${staffId === null ? sql`` : sql`and a.staff_id = ${staffId}`}
      ${question.clinicIds ? sql`and f.clinic_id = any(${[...question.clinicIds]}::uuid[])` : sql``}
      ${question.customerIds ? sql`and a.customer_id = any(${[...question.customerIds]}::uuid[])` : sql``}
    ) t where t.customer_id not in (select l.customer_id from (${listed(ctx, question)}) l)`.execute(ctx.db);
  return rows[0]!.done;
}

/** What the contact budget holds back of today's list, in the order the windows break. */
export async function selectHeldBack(
  ctx: TransactionContext,
  question: WorklistQuestion,
  limit: number,
): Promise<{ ids: string[]; total: number; customers: number }> {
  const { rows } = await sql<{ id: string; total: number; customers: number }>`
    with held as (${listed(ctx, { ...question, held: true })})
    select id, (select count(*) from held) as total, (select count(distinct customer_id) from held) as customers
    from held order by closes_at, id limit ${limit}`.execute(ctx.db);
  return {
    ids: rows.map((row) => row.id),
    total: rows[0]?.total ?? 0,
    customers: rows[0]?.customers ?? 0,
  };
}

export interface UnfinishedQuestion {
  /** The day asked about, in the clinic's zone. */
  from: Instant;
  to: Instant;
  clinicIds: readonly string[] | null;
  /** Only what this person holds; null is everybody's. */
  assigneeId: string | null;
}

/** Followups whose window ended by the end of that day and that were still without a result then. */
function missed(ctx: TransactionContext, question: UnfinishedQuestion): RawBuilder<unknown> {
  const clinics = question.clinicIds ? sql`and f.clinic_id = any(${[...question.clinicIds]}::uuid[])` : sql``;
  return sql`from followups f where f.org_id = ${ctx.orgId} and f.closes_at >= ${question.from} and f.closes_at <= ${question.to}
    and (f.ended_at is null or f.ended_at > ${question.to}) ${clinics}
    and (f.state <> 'open' or (${isNotFrozen(ctx)} and not (${isHeld(ctx, { now: ctx.now, endOfDay: ctx.now })})))
    ${question.assigneeId ? sql`and f.assignee_id = ${question.assigneeId}` : sql``}`;
}

export async function selectMissed(
  ctx: TransactionContext,
  question: UnfinishedQuestion,
  page: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select f.id, count(*) over () as total ${missed(ctx, question)}
    order by (f.state = 'open') desc, f.closes_at, f.id limit ${page.limit} offset ${page.offset}`.execute(
    ctx.db,
  );
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

export async function selectEscalated(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  page: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select f.id, count(*) over () as total from followups f
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.escalation is not null
    ${clinicIds ? sql`and f.clinic_id = any(${[...clinicIds]}::uuid[])` : sql``}
    order by f.closes_at, f.id limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

/** Who owed what that day: windows that ended on it, how many had their result in time, how many not. */
export async function countOwed(ctx: TransactionContext, question: UnfinishedQuestion) {
  const clinics = question.clinicIds ? sql`and f.clinic_id = any(${[...question.clinicIds]}::uuid[])` : sql``;
  const { rows } = await sql<{
    staffId: string | null;
    name: string | null;
    owed: number;
    done: number;
    missed: number;
  }>`
    select f.assignee_id as "staffId", s.name, count(*) as owed,
      count(*) filter (where f.ended_at is not null and f.ended_at <= ${question.to}) as done,
      count(*) filter (where f.ended_at is null or f.ended_at > ${question.to}) as missed
    from followups f left join staff s on s.org_id = ${ctx.orgId} and s.id = f.assignee_id
    where f.org_id = ${ctx.orgId} and f.closes_at >= ${question.from} and f.closes_at <= ${question.to} ${clinics}
    group by f.assignee_id, s.name order by missed desc, s.name nulls last`.execute(ctx.db);
  return rows;
}

type Member = { id: string; role: Role; treats: boolean };

export async function selectTeamMembers(
  ctx: TransactionContext,
  teamIds: readonly string[],
): Promise<Member[]> {
  const rows = await ctx.db
    .selectFrom('staff_teams as t')
    .innerJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 't.staff_id'))
    .select(['s.id', 's.role', 's.treats'])
    .distinct()
    .where('t.org_id', '=', ctx.orgId)
    .where(sql<boolean>`t.team_id = any(${[...teamIds]}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Who has the role; of doctors, whoever treats. */
export async function selectStaffOfRole(ctx: TransactionContext, role: Role): Promise<Member[]> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select(['id', 'role', 'treats'])
    .where('org_id', '=', ctx.orgId)
    .where((eb) => (role === 'doctor' ? eb('treats', '=', true) : eb('role', '=', role)))
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}
