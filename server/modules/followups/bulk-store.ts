import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { firstOfMonth, nextMonth } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { DayTable } from '#domain/followups/day-table.ts';
import type { Asked, EventKind } from '#domain/followups/event-kind.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { WindowSums } from '#domain/followups/window-sums.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import type { VisitKind, TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { idNamespace } from '#server/platform/ids.ts';

/** Many events that are seen in closed visits: each visit of a batch, braces that began, or everybody seen in a month. */
export type BulkSource =
  | { kind: 'visits'; batchId: string; closedFrom: Instant; closedUntil: Instant }
  /** The first visits for braces of those who have come for them since a moment. */
  | { kind: 'braces'; batchId: string; seenSince: Instant; closedUntil: Instant }
  | { kind: 'month'; clinicId: string; month: string; at: Instant; batchId?: string; notImported?: boolean };

/** So much of a source as is planned at once: what a clinic saw from one day to another. */
export interface BulkPart {
  clinicId: string;
  from: CalendarDate;
  to: CalendarDate;
}

/** What one step owes every event of a kind. */
export interface BulkRule extends WindowSums {
  kind: string;
  versionId: string;
  stepKey: string;
  purpose: string;
  role: string;
  anyDay: boolean;
}

export interface BulkTerms {
  source: BulkSource;
  part: BulkPart;
  asked: Asked;
  turningPoints: readonly Instant[];
  days: DayTable;
  /** Whoever may hold a followup of the clinic, by role, in the order of their turns. */
  people: readonly { role: FollowupRole; ids: readonly string[] }[];
  openAt: Instant | null;
  importBatchId: string | null;
}

/** Whether the database derives ids as the house does: on some it has not got the extension. */
export async function derivesIds(ctx: TransactionContext): Promise<boolean> {
  const { rows } = await sql<{ derives: boolean }>`
    select to_regprocedure('uuid_generate_v5(uuid, text)') is not null as derives`.execute(ctx.db);
  return rows[0]!.derives;
}

/** In which of these months these clinics saw anybody. */
export async function selectMonthsSeen(
  ctx: TransactionContext,
  asked: readonly { clinicId: string; month: string }[],
): Promise<Set<string>> {
  const days = asked.map(({ clinicId, month }) => ({
    ...{ clinicId, month },
    ...{ from: firstOfMonth(month), to: firstOfMonth(nextMonth(month, 1)) },
  }));
  const { rows } = await sql<{ seen: string }>`
    select a."clinicId" || ' ' || a.month as seen
    from json_to_recordset(${JSON.stringify(days)}::json) as a("clinicId" uuid, month text, "from" date, "to" date)
    where exists (select from visits v where v.org_id = ${ctx.orgId} and v.clinic_id = a."clinicId"
      and v.state = 'closed' and v.visited_on >= a."from" and v.visited_on < a."to")`.execute(ctx.db);
  return new Set(rows.map(({ seen }) => seen));
}

export interface DayCount {
  clinicId: string;
  day: CalendarDate;
  count: number;
  first: Instant;
  last: Instant;
}

/** How many visits of the source each clinic had a day, and when the first and the last of them were closed. */
export async function countByDay(ctx: TransactionContext, source: BulkSource): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select v.clinic_id as "clinicId", v.visited_on as day, count(*)::int as count,
      min(v.closed_at) as first, max(v.closed_at) as last
    from visits v where ${ofSource(ctx, source)}
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

/**
 * Plans the part by the rules, and gives how many followups are new and of which kinds of events nothing is known yet:
 * those were left out.
 */
export async function insertOwed(
  ctx: TransactionContext,
  terms: BulkTerms,
  known: readonly string[],
  rules: readonly BulkRule[],
): Promise<{ added: number; unknown: string[] }> {
  const { days, openAt } = terms;
  const works = days.working ?? { opens: [], closes: [], upTo: [], after: [] };
  const day = (name: string) => sql`(select ${sql.ref(name)} from day)`;
  const idOf = (words: RawBuilder<unknown>) => sql`uuid_generate_v5(${idNamespace}::uuid, ${words})`;
  const { rows } = await sql<{ added: number; unknown: string[] | null }>`
    with day as materialized (
      -- Read as one value each, so that a place in them is found without looking through them.
      select ${days.starts}::timestamptz[] as starts, ${days.ends}::timestamptz[] as ends,
        ${works.opens}::timestamptz[] as opens, ${works.closes}::timestamptz[] as closes,
        ${works.upTo}::int[] as works_up_to, ${works.after}::int[] as works_after
    ), event as materialized (
      ${eventsWithKind(ctx, terms)}
    ), known as materialized (
      select unnest(${[...known]}::text[]) as kind
    ), rule as materialized (
      select * from json_to_recordset(${JSON.stringify(rules)}::json) as r(kind text, "versionId" uuid, "stepKey" text,
        occurrence int, purpose text, role text, "anyDay" boolean, "opensAfterMs" float8, "dueAfterMs" float8,
        "fromMonth" boolean, months int, days int, "leadDays" int, "afterEvent" boolean)
    ), people as materialized (
      select * from json_to_recordset(${JSON.stringify(terms.people)}::json) as p(role text, ids uuid[])
    ), counted as (
      select e.*, r.*, case when r."dueAfterMs" is not null then null
          when r.months = 0 then e.place + r.days
          else (date_trunc(case when r."fromMonth" then 'month' else 'day' end, e.day::timestamp)
            + make_interval(months => r.months))::date + r.days - ${days.first}::date + 1 end as due_place
      from (select e.*, ${days.first}::date + e.place - 1 as day
        from (select e.*, width_bucket(e.at, ${day('starts')}) as place from event e offset 0) e offset 0) e
      join rule r on r.kind = e.kind
      offset 0
    ), placed as (
      select c.*, case when c.due_place is null then c.at + c."opensAfterMs" * interval '1 millisecond'
          when c."afterEvent" then greatest(c.at, ${day('starts')}[c.due_place - c."leadDays"])
          else ${day('starts')}[c.due_place - c."leadDays"] end as opens_at,
        case when c.due_place is null then c.at + c."dueAfterMs" * interval '1 millisecond'
          else ${day('ends')}[c.due_place] end as due_at
      from counted c offset 0
    ), on_working_days as (
      -- The last working day of the window; none: 0. Its own last day does not count where it ends before they open.
      select w.*, case when w.last_place is null then null
          when ${day('works_up_to')}[w.last_place] = w.last_place and ${day('opens')}[w.last_place] > w.due_at
            then coalesce(${day('works_up_to')}[w.last_place - 1], 0)
          else ${day('works_up_to')}[w.last_place] end as works_on
      from (select p.*, case when p."anyDay" or ${days.working === null} then null
          else coalesce(p.due_place, width_bucket(p.due_at, ${day('starts')})) end as last_place
        from placed p offset 0) w offset 0
    ), rolled as (
      select w.*, case when w.last_place is null or w.works_on = w.last_place and w.fits then w.due_at
          when w.fits then ${day('ends')}[w.works_on]
          when w.next_on > 0 then ${day('ends')}[w.next_on]
          else w.due_at end as rolled_due_at,
        case when w.last_place is not null and not w.fits and w.next_on > 0 then ${day('ends')}[w.next_on]
          else w.due_at end as closes_at
      from (select w.*, w.works_on > 0 and w.opens_at < ${day('closes')}[w.works_on] as fits,
          ${day('works_after')}[w.last_place] as next_on
        from on_working_days w offset 0) w offset 0
    ), owed as materialized (
      select r.*, ${idOf(sql`concat_ws(chr(31), 'plan', r."versionId", r.customer_id, r.event || ' ' || r.key)`)} as plan_id,
        coalesce(
          case when r.owner_id = any(h.ids) then r.owner_id end,
          case when r.web_consultant_id = any(h.ids) then r.web_consultant_id end,
          case when r.doctor_id = any(h.ids) then r.doctor_id end,
          h.ids[1 + r.turn % cardinality(h.ids)]) as assignee_id
      from rolled r left join people h on h.role = r.role
      where ${openAt === null ? sql`true` : sql`r.closes_at >= ${openAt}::timestamptz`}
    ), plan as (
      insert into plans (org_id, id, customer_id, clinic_id, protocol_version_id, event, event_key, event_at, visit_id,
        import_batch_id, created_at)
      select distinct on (plan_id) ${ctx.orgId}::uuid, plan_id, customer_id, ${terms.part.clinicId}::uuid, "versionId",
        event, key, at, visit_id, ${terms.importBatchId}::uuid, ${ctx.now}::timestamptz
      from owed
      on conflict do nothing
    ), followup as (
      insert into followups (org_id, id, plan_id, customer_id, clinic_id, step_key, occurrence, purpose, role,
        assignee_id, opens_at, due_at, closes_at, created_at)
      select ${ctx.orgId}::uuid, ${idOf(sql`concat_ws(chr(31), 'followup', plan_id, "stepKey", occurrence)`)}, plan_id,
        customer_id, ${terms.part.clinicId}::uuid, "stepKey", occurrence, purpose, role, assignee_id, opens_at,
        rolled_due_at, closes_at, ${ctx.now}::timestamptz
      from owed
      on conflict do nothing
      returning 1
    )
    select (select count(*)::int from followup) as added,
      (select array_agg(distinct e.kind) from event e where not exists (select from known k where k.kind = e.kind)) as unknown
  `.execute(ctx.db);
  return { added: rows[0]!.added, unknown: rows[0]!.unknown ?? [] };
}

/** The part's events of these kinds, or all, to be planned one by one. */
export async function selectEvents(
  ctx: TransactionContext,
  terms: Pick<BulkTerms, 'source' | 'part' | 'asked' | 'turningPoints'>,
  kinds: readonly string[] | null,
): Promise<PlanningEvent[]> {
  const { rows } = await sql<EventRow>`
    select e.event, e.key, e.at, e.customer_id as "customerId", e.visit_id as "visitId", e.visit_kind as "visitKind",
      e.categories, e.team_ids as "teamIds"
    from (${eventsWithKind(ctx, terms)}) e
    where ${kinds === null ? sql`true` : sql`e.kind = any(${[...kinds]}::text[])`}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, clinicId: terms.part.clinicId }));
}

interface EventRow {
  event: PlanningEvent['event'];
  key: string;
  at: Instant;
  customerId: string;
  visitId: string | null;
  visitKind: VisitKind | null;
  categories: TreatmentCategory[];
  teamIds: string[];
}

type KindFields = [
  event: EventKind['event'],
  atVisit: boolean,
  visitKind: VisitKind | null,
  categories: TreatmentCategory[],
  teamIds: string[],
  grade: EventKind['grade'],
  classCode: string | null,
  refusesContact: boolean,
  isFrozen: boolean,
  isGone: boolean,
  era: number,
];

/** A kind of events as the database names it. */
export function readKind(text: string, clinicId: string): EventKind {
  const [event, atVisit, visitKind, categories, teamIds, ...customer] = JSON.parse(text) as KindFields;
  const [grade, classCode, refusesContact, isFrozen, isGone, era] = customer;
  const about = { event, atVisit, visitKind, categories, teamIds, era, clinicId };
  return { ...about, grade, classCode, refusesContact, isFrozen, isGone };
}

function eventsWithKind(
  ctx: TransactionContext,
  { source, part, asked, turningPoints }: Pick<BulkTerms, 'source' | 'part' | 'asked' | 'turningPoints'>,
): RawBuilder<unknown> {
  return sql`
    select e.*, c.owner_id, c.web_consultant_id, c.doctor_id,
      ('x' || right(e.customer_id::text, 8))::bit(32)::bigint as turn,
      jsonb_build_array(e.event, e.visit_id is not null, e.visit_kind, e.categories,
        ${asked.team ? sql`e.team_ids` : sql`'{}'::text[]`}, ${asked.grade ? sql`c.grade` : sql`'C'`},
        ${asked.class ? sql`c.class_code` : sql`null::text`}, c.refuses_contact, c.is_frozen,
        c.deceased_on is not null or c.moved_away_on is not null,
        width_bucket(e.at, ${[...turningPoints]}::timestamptz[]))::text as kind
    from (${source.kind === 'month' ? monthEvents(ctx, source, part) : visitEvents(ctx, source, part)}) e
      join customers c on c.org_id = ${ctx.orgId} and c.id = e.customer_id`;
}

function visitEvents(
  ctx: TransactionContext,
  source: Extract<BulkSource, { kind: 'visits' | 'braces' }>,
  part: BulkPart,
): RawBuilder<unknown> {
  const kinds =
    source.kind === 'braces'
      ? sql`(values ('orthodontics.started')) as k(event) on true`
      : sql`(values ('visit.closed'), ('course.finished'), ('discharge')) as k(event)
          on case k.event when 'course.finished' then t.finishes when 'discharge' then v.is_discharge else true end`;
  return sql`
    select k.event, v.id::text as key, date_trunc('milliseconds', v.closed_at) as at, v.customer_id, v.id as visit_id,
      v.kind as visit_kind, coalesce(t.categories, '{}') as categories, coalesce(t.team_ids, '{}') as team_ids
    from visits v
      cross join lateral (
        select array_agg(distinct t.category order by t.category) as categories,
          array_agg(distinct t.team_id::text order by t.team_id::text) filter (where t.team_id is not null) as team_ids,
          bool_or(t.finishes_course) as finishes
        from treatments t where t.org_id = ${ctx.orgId} and t.visit_id = v.id) t
      join ${kinds}
    where ${ofSource(ctx, source, part)}`;
}

/** One event a customer, whose key is the month: seen five times, asked once. */
function monthEvents(
  ctx: TransactionContext,
  source: Extract<BulkSource, { kind: 'month' }>,
  part: BulkPart,
): RawBuilder<unknown> {
  return sql`
    select distinct 'month.closed' as event, ${source.month}::text as key, ${source.at}::timestamptz as at, v.customer_id,
      null::uuid as visit_id, null::text as visit_kind, '{}'::text[] as categories, '{}'::text[] as team_ids
    from visits v
    where ${ofSource(ctx, source, part)}`;
}

/** Whether there is such a visit `e` for braces of the customer of visit `v`; `hadCategoryBefore` as SQL. */
function cameForBraces(ctx: TransactionContext, such: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from treatments b join visits e on e.org_id = ${ctx.orgId} and e.id = b.visit_id
    where b.org_id = ${ctx.orgId} and b.customer_id = v.customer_id and b.category = 'orthodontics' and ${such})`;
}

function ofSource(ctx: TransactionContext, source: BulkSource, part?: BulkPart): RawBuilder<unknown> {
  const conditions = [sql`v.org_id = ${ctx.orgId}`, sql`v.state = 'closed'`];
  if (part)
    conditions.push(
      sql`v.clinic_id = ${part.clinicId} and v.visited_on >= ${part.from}::date and v.visited_on <= ${part.to}::date`,
    );
  if (source.kind === 'visits') {
    conditions.push(
      sql`v.import_batch_id = ${source.batchId} and v.closed_at >= ${source.closedFrom} and v.closed_at <= ${source.closedUntil}`,
    );
  } else if (source.kind === 'braces') {
    conditions.push(
      sql`v.import_batch_id = ${source.batchId} and v.closed_at <= ${source.closedUntil}`,
      sql`exists (select from treatments t
        where t.org_id = ${ctx.orgId} and t.visit_id = v.id and t.category = 'orthodontics')`,
      sql`not ${cameForBraces(ctx, sql`e.closed_at < v.closed_at`)}`,
      cameForBraces(ctx, sql`e.state = 'closed' and e.closed_at >= ${source.seenSince}`),
    );
  } else {
    conditions.push(
      sql`v.clinic_id = ${source.clinicId} and v.visited_on >= ${firstOfMonth(source.month)}::date
        and v.visited_on < ${firstOfMonth(nextMonth(source.month))}::date`,
    );
    if (source.batchId !== undefined) conditions.push(sql`v.import_batch_id = ${source.batchId}`);
    if (source.notImported) conditions.push(sql`v.import_batch_id is null`);
  }
  return sql.join(conditions, sql` and `);
}
