import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { Asked } from '#domain/followups/event-kind.ts';
import type { EventGroup } from '#domain/followups/replay.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { KeptBirthday } from '../customers/find-birthdays.ts';

/** What happened from a moment until before another, as the protocols in question tell events apart. */
export interface HappenedQuestion {
  events: readonly TriggerEvent[];
  from: Instant;
  until: Instant;
  asks: Asked;
  /** Where birthdays are asked for. */
  birthdays: readonly KeptBirthday[];
}

interface GroupRow {
  event: TriggerEvent;
  clinicId: string;
  at: Instant;
  atVisit: boolean;
  kind: VisitKind | null;
  categories: TreatmentCategory[] | null;
  teamIds: string[] | null;
  grade: Grade | null;
  classCode: string | null;
  refuses: boolean;
  frozen: boolean;
  count: number;
}

/**
 * Events in groups that are alike, to the hour: a clinic's hundred thousand visits are a few thousand groups, and
 * the rules are asked once for each.
 */
export async function selectEventGroups(
  ctx: TransactionContext,
  question: HappenedQuestion,
): Promise<EventGroup[]> {
  const has = (event: TriggerEvent) => question.events.includes(event);
  const parts: RawBuilder<unknown>[] = [];
  const ofVisits = (['visit.closed', 'course.finished', 'discharge'] as const).filter(has);
  if (ofVisits.length > 0) parts.push(visits(ctx, question, ofVisits));
  if (has('orthodontics.started')) parts.push(bracesBegun(ctx, question));
  if (has('month.closed')) parts.push(months(ctx, question));
  if (has('birthday')) parts.push(birthdays(ctx, question));
  const recorded = question.events.filter((event) => !derived.has(event));
  if (recorded.length > 0) parts.push(planned(ctx, question, recorded));
  const groups: EventGroup[] = [];
  for (const part of parts) {
    const { rows } = await sql<GroupRow>`${part}`.execute(ctx.db);
    for (const row of rows) groups.push(groupOf(row));
  }
  return groups;
}

/** Events that are seen in what happened; of the others only plans already made tell. */
const derived: ReadonlySet<TriggerEvent> = new Set([
  'visit.closed',
  'course.finished',
  'discharge',
  'orthodontics.started',
  'month.closed',
  'birthday',
]);

function groupOf(row: GroupRow): EventGroup {
  return {
    event: {
      event: row.event,
      key: '',
      at: row.at,
      customerId: '',
      clinicId: row.clinicId,
      visitId: row.atVisit ? '' : null,
      visitKind: row.kind,
      categories: row.categories ?? [],
      teamIds: row.teamIds ?? [],
    },
    customer: {
      grade: row.grade ?? 'C',
      classCode: row.classCode,
      refusesContact: row.refuses,
      isFrozen: row.frozen,
    },
    count: Number(row.count),
  };
}

/** Columns of a customer as c, and by how many rows of `one` there are. */
function standing({ asks }: HappenedQuestion): RawBuilder<unknown> {
  return sql`${asks.grade ? sql`c.grade` : sql`null::text`} as grade,
    ${asks.class ? sql`c.class_code` : sql`null::text`} as "classCode",
    c.refuses_contact as refuses, c.is_frozen as frozen`;
}

function hereCustomer(ctx: TransactionContext, ref: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`join customers c on c.org_id = ${ctx.orgId} and c.id = ${ref}
    and c.deceased_on is null and c.moved_away_on is null`;
}

function visits(
  ctx: TransactionContext,
  question: HappenedQuestion,
  events: readonly TriggerEvent[],
): RawBuilder<unknown> {
  const teams = question.asks.team
    ? sql`array_agg(distinct t.team_id::text) filter (where t.team_id is not null)`
    : sql`null::text[]`;
  return sql`
    select g.event, g."clinicId", g.at, true as "atVisit", g.kind, g.categories, g."teamIds", g.grade, g."classCode",
      g.refuses, g.frozen, count(*)::int as count
    from (
      select e.event, v.clinic_id as "clinicId", date_trunc('hour', v.closed_at) as at, v.kind, t.categories,
        t."teamIds", ${standing(question)}
      from visits v
        ${hereCustomer(ctx, sql`v.customer_id`)}
        cross join lateral (
          select array_agg(distinct t.category order by t.category) as categories, ${teams} as "teamIds",
            bool_or(t.finishes_course) as finishes
          from treatments t where t.org_id = ${ctx.orgId} and t.visit_id = v.id) t
        join unnest(${[...events]}::text[]) as e(event) on case e.event
          when 'course.finished' then t.finishes when 'discharge' then v.is_discharge else true end
      where v.org_id = ${ctx.orgId} and v.state = 'closed'
        and v.closed_at >= ${question.from} and v.closed_at < ${question.until}) g
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
}

function bracesBegun(ctx: TransactionContext, question: HappenedQuestion): RawBuilder<unknown> {
  return sql`
    select 'orthodontics.started' as event, b."clinicId", date_trunc('hour', b.at) as at, true as "atVisit", b.kind,
      array['orthodontics'] as categories, null::text[] as "teamIds", ${standing(question)}, count(*)::int as count
    from (
      select distinct on (t.customer_id) t.customer_id, v.clinic_id as "clinicId", v.closed_at as at, v.kind
      from treatments t join visits v on v.org_id = ${ctx.orgId} and v.id = t.visit_id and v.state = 'closed'
      where t.org_id = ${ctx.orgId} and t.category = 'orthodontics'
      order by t.customer_id, v.closed_at) b
      ${hereCustomer(ctx, sql`b.customer_id`)}
    where b.at >= ${question.from} and b.at < ${question.until}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
}

/** Everybody seen in a month, at its last moment. */
function months(ctx: TransactionContext, question: HappenedQuestion): RawBuilder<unknown> {
  return sql`
    select 'month.closed' as event, m."clinicId", m.at, false as "atVisit", null::text as kind,
      null::text[] as categories, null::text[] as "teamIds", ${standing(question)}, count(*)::int as count
    from (
      select v.clinic_id as "clinicId", v.customer_id,
        (date_trunc('month', v.visited_on::timestamp) + interval '1 month - 1 millisecond') at time zone k.timezone as at
      from visits v join clinics k on k.org_id = ${ctx.orgId} and k.id = v.clinic_id
      where v.org_id = ${ctx.orgId} and v.state = 'closed'
        and v.visited_on >= (${question.from}::timestamptz - interval '32 days')::date
        and v.visited_on <= ${question.until}::timestamptz::date
      group by 1, 2, 3) m
      ${hereCustomer(ctx, sql`m.customer_id`)}
    where m.at >= ${question.from} and m.at < ${question.until}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
}

function birthdays(ctx: TransactionContext, question: HappenedQuestion): RawBuilder<unknown> {
  const kept = question.birthdays;
  return sql`
    select 'birthday' as event, b."clinicId", b.at, false as "atVisit", null::text as kind,
      null::text[] as categories, null::text[] as "teamIds", b.grade, b."classCode", b.refuses, b.frozen,
      count(*)::int as count
    from (
      select c.clinic_id as "clinicId", d.kept_on::timestamp at time zone k.timezone as at, ${standing(question)}
      from unnest(${kept.map(({ birthday }) => birthday)}::date[], ${kept.map(({ calendar }) => calendar)}::text[],
          ${kept.map(({ on }) => on)}::date[]) as d(birthday, calendar, kept_on)
        join customers c on c.org_id = ${ctx.orgId} and c.birthday = d.birthday and c.birthday_calendar = d.calendar
          and c.deceased_on is null and c.moved_away_on is null and c.merged_into is null
        join clinics k on k.org_id = ${ctx.orgId} and k.id = c.clinic_id) b
    where b.at >= ${question.from} and b.at < ${question.until}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
}

/** What plans were made of, each event once however many protocols it met. */
function planned(
  ctx: TransactionContext,
  question: HappenedQuestion,
  events: readonly TriggerEvent[],
): RawBuilder<unknown> {
  return sql`
    select p.event, p.clinic_id as "clinicId", date_trunc('hour', p.event_at) as at, p."atVisit", null::text as kind,
      null::text[] as categories, null::text[] as "teamIds", ${standing(question)}, count(*)::int as count
    from (
      select distinct p.customer_id, p.event, p.event_key, p.clinic_id, p.event_at, p.visit_id is not null as "atVisit"
      from plans p
      where p.org_id = ${ctx.orgId} and p.event = any(${[...events]}::text[])
        and p.event_at >= ${question.from} and p.event_at < ${question.until}) p
      ${hereCustomer(ctx, sql`p.customer_id`)}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
}
