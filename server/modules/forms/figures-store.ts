import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { AskedHow, FigureAxis } from '#domain/forms/figures-contract.ts';
import type { CountedScore } from '#domain/forms/figures.ts';
import type { Dimension } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface Period {
  from: Instant;
  to: Instant;
  clinicIds: readonly string[] | null;
}

/** Scores as often as they were given, by what they are told apart by; what was filled in alone, and what was asked for. */
export async function countScores(
  ctx: TransactionContext,
  period: Period,
  by: FigureAxis,
): Promise<(CountedScore<Dimension> & { how: AskedHow })[]> {
  const { rows } = await sql<CountedScore<Dimension> & { how: AskedHow }>`
    select ${keyOf(ctx, by, 's.at')} as key, ${how} as how, s.dimension, s.score, count(*)::int as count
    from form_scores s
      join form_answers a on a.org_id = ${ctx.orgId} and a.id = s.answer_id
      join form_requests r on r.org_id = ${ctx.orgId} and r.id = a.request_id
    where s.org_id = ${ctx.orgId} and s.at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and ${ofClinics(sql`s.clinic_id`, period)}
    group by 1, 2, 3, 4`.execute(ctx.db);
  return rows;
}

/** Of those who were sent a link or handed the tablet, who answered. */
export async function countAsked(
  ctx: TransactionContext,
  period: Period,
  by: FigureAxis,
): Promise<{ key: string | null; asked: number; answered: number }[]> {
  const { rows } = await sql<{ key: string | null; asked: number; answered: number }>`
    select ${keyOf(ctx, by, 'r.asked_at')} as key, count(*)::int as asked, count(r.answered_at)::int as answered
    from form_requests r
    where r.org_id = ${ctx.orgId} and r.source <> 'staff'
      and r.asked_at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and ${ofClinics(sql`r.clinic_id`, period)}
    group by 1`.execute(ctx.db);
  return rows;
}

export interface AskedRow {
  requestId: string;
  customerId: string;
  form: { zh: string; en: string };
  askedAt: Instant;
  askerName: string | null;
  answeredAt: Instant | null;
  answerId: string | null;
}

/** Those behind the response rate, the last asked first. */
export async function selectAsked(
  ctx: TransactionContext,
  period: Period,
  wanted: {
    by: FigureAxis | undefined;
    key: string | undefined;
    state: 'answered' | 'silent' | undefined;
    offset: number;
    limit: number;
  },
): Promise<{ items: AskedRow[]; total: number }> {
  const { state } = wanted;
  const { rows } = await sql<AskedRow & { total: number }>`
    select r.id as "requestId", r.customer_id as "customerId", v.definition -> 'name' as form,
      r.asked_at as "askedAt", p.name as "askerName", r.answered_at as "answeredAt", a.id as "answerId",
      count(*) over ()::int as total
    from form_requests r
      join form_versions v on v.org_id = ${ctx.orgId} and v.id = r.form_version_id
      left join form_answers a on a.org_id = ${ctx.orgId} and a.request_id = r.id
      left join staff p on p.org_id = ${ctx.orgId} and p.id = r.asked_by
    where r.org_id = ${ctx.orgId} and r.source <> 'staff'
      and r.asked_at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and ${ofClinics(sql`r.clinic_id`, period)}
      and ${state ? sql`(r.answered_at is not null) = ${state === 'answered'}::boolean` : sql`true`}
      and ${underKey(wanted.by && keyOf(ctx, wanted.by, 'r.asked_at'), wanted.key)}
    order by r.asked_at desc, r.id desc
    offset ${wanted.offset} limit ${wanted.limit}`.execute(ctx.db);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export interface RatingRow {
  answerId: string;
  customerId: string;
  score: number;
  at: Instant;
  how: AskedHow;
  askerName: string | null;
  doctorName: string | null;
}

/** The ratings behind a number, the last first. */
export async function selectRatings(
  ctx: TransactionContext,
  period: Period,
  wanted: {
    dimension: Dimension;
    scores: readonly number[] | null;
    how: AskedHow | undefined;
    by: FigureAxis | undefined;
    key: string | undefined;
    limit: number;
  },
): Promise<{ items: RatingRow[]; total: number }> {
  const { rows } = await sql<RatingRow & { total: number }>`
    select a.id as "answerId", a.customer_id as "customerId", s.score, s.at, ${how} as how,
      p.name as "askerName", d.name as "doctorName", count(*) over ()::int as total
    from form_scores s
      join form_answers a on a.org_id = ${ctx.orgId} and a.id = s.answer_id
      join form_requests r on r.org_id = ${ctx.orgId} and r.id = a.request_id
      left join staff p on p.org_id = ${ctx.orgId} and p.id = coalesce(a.answered_by, r.asked_by)
      left join staff d on d.org_id = ${ctx.orgId} and d.id = r.doctor_id
    where s.org_id = ${ctx.orgId} and s.dimension = ${wanted.dimension}
      and s.at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and ${ofClinics(sql`s.clinic_id`, period)}
      and ${wanted.scores ? sql`s.score = any(${[...wanted.scores]}::int[])` : sql`true`}
      and ${wanted.how ? sql`${how} = ${wanted.how}` : sql`true`}
      and ${underKey(wanted.by && keyOf(ctx, wanted.by, 's.at'), wanted.key)}
    order by s.at desc, a.id desc
    limit ${wanted.limit}`.execute(ctx.db);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The followups whose call a colleague wrote down as a form too: their score is counted there. */
export async function selectFollowupsOnForms(ctx: TransactionContext, period: Period): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.followup_id as id
    from form_requests r
      join form_answers a on a.org_id = ${ctx.orgId} and a.request_id = r.id
    where r.org_id = ${ctx.orgId} and r.followup_id is not null and a.answered_by is not null
      and r.answered_at between ${period.from}::timestamptz and ${period.to}::timestamptz`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** The last score that each of these customers gave in a form within that time. */
export async function selectLastOverall(
  ctx: TransactionContext,
  customerIds: readonly string[],
  { from, to }: { from: Instant; to: Instant },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ customerId: string; score: number }>`
    select distinct on (a.customer_id) a.customer_id as "customerId", a.score
    from form_answers a
    where a.org_id = ${ctx.orgId} and a.customer_id = any(${[...customerIds]}::uuid[])
      and a.score is not null and a.answered_at >= ${from}::timestamptz and a.answered_at < ${to}::timestamptz
    order by a.customer_id, a.answered_at desc, a.id desc`.execute(ctx.db);
  return new Map(rows.map(({ customerId, score }) => [customerId, score]));
}

/** Whoever wrote it down asked for it; what has no writer the customer filled in alone. */
const how = sql`case when a.answered_by is null then 'self' else 'staff' end`;

function keyOf(
  ctx: TransactionContext,
  by: FigureAxis,
  at: 's.at' | 'r.asked_at',
): RawBuilder<string | null> {
  const moment = sql.ref(at);
  const keys: Record<FigureAxis, RawBuilder<string | null>> = {
    doctor: sql`r.doctor_id::text`,
    team: sql`r.team_id::text`,
    category: sql`r.category`,
    asker: at === 's.at' ? sql`coalesce(a.answered_by, r.asked_by)::text` : sql`r.asked_by::text`,
    week: sql`to_char(date_trunc('week', ${moment} at time zone ${ctx.zone}::text), 'YYYY-MM-DD')`,
    month: sql`to_char(date_trunc('month', ${moment} at time zone ${ctx.zone}::text), 'YYYY-MM-DD')`,
  };
  return keys[by];
}

/** Of one heading; `none` is where nothing is known. */
function underKey(axis: RawBuilder<string | null> | undefined, key: string | undefined): RawBuilder<unknown> {
  if (!axis || key === undefined) return sql`true`;
  return sql`${axis} is not distinct from ${key === 'none' ? null : key}::text`;
}

function ofClinics(column: RawBuilder<unknown>, { clinicIds }: Period): RawBuilder<unknown> {
  return clinicIds === null ? sql`true` : sql`${column} = any(${[...clinicIds]}::uuid[])`;
}
