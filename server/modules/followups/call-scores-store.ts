import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** What a call's score is told apart by: the treatment the call was about, who asked, and when. */
export type ScoreAxis = 'doctor' | 'team' | 'category' | 'asker' | 'week' | 'month';

export interface ScoresAsked {
  from: Instant;
  to: Instant;
  clinicIds: readonly string[] | null;
  /** Followups whose answer is counted elsewhere. */
  butFollowupIds: readonly string[];
}

/** Scores that were asked for in calls and stand, as often as they were given. */
export async function countScores(
  ctx: TransactionContext,
  asked: ScoresAsked,
  by: ScoreAxis,
): Promise<{ key: string | null; score: number; count: number }[]> {
  const { rows } = await sql<{ key: string | null; score: number; count: number }>`
    select ${keyOf(ctx, by)} as key, a.score, count(*)::int as count
    ${scored(ctx, asked)}
    group by 1, 2`.execute(ctx.db);
  return rows;
}

export interface CallScore {
  callId: string;
  customerId: string;
  score: number;
  at: Instant;
  askerName: string | null;
  doctorName: string | null;
}

/** The scores behind a number, the last first. */
export async function selectScores(
  ctx: TransactionContext,
  asked: ScoresAsked,
  wanted: {
    scores: readonly number[] | null;
    by: ScoreAxis | undefined;
    key: string | undefined;
    limit: number;
  },
): Promise<{ items: CallScore[]; total: number }> {
  const axis = wanted.by && wanted.key !== undefined ? keyOf(ctx, wanted.by) : null;
  const { rows } = await sql<CallScore & { total: number }>`
    select a.call_id as "callId", a.customer_id as "customerId", a.score, a.at,
      (select p.name from staff p where p.org_id = ${ctx.orgId} and p.id = a.staff_id) as "askerName",
      (select d.name from staff d where d.org_id = ${ctx.orgId} and d.id = t.doctor_id) as "doctorName",
      count(*) over ()::int as total
    ${scored(ctx, asked)}
      and ${wanted.scores ? sql`a.score = any(${[...wanted.scores]}::int[])` : sql`true`}
      and ${axis ? sql`${axis} is not distinct from ${wanted.key === 'none' ? null : wanted.key}::text` : sql`true`}
    order by a.at desc, a.id desc
    limit ${wanted.limit}`.execute(ctx.db);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The calls with a score, each with the first treatment of the visit it was about: its plan's, else the last before it. */
function scored(ctx: TransactionContext, asked: ScoresAsked): RawBuilder<unknown> {
  const { from, to, clinicIds, butFollowupIds } = asked;
  return sql`
    from attempts a
      join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id
      join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
      left join lateral (
        select t.doctor_id, t.team_id, t.category
        from visits v
          join treatments t on t.org_id = ${ctx.orgId} and t.visit_id = v.id
        where v.org_id = ${ctx.orgId} and v.customer_id = a.customer_id
          and (p.visit_id is null or v.id = p.visit_id) and v.opened_at <= a.at
        order by v.visited_on desc, t.doctor_id is null, t.position
        limit 1
      ) t on true
    where a.org_id = ${ctx.orgId} and a.score is not null and a.undone_at is null
      -- What the customer filled in alone is counted as a form.
      and a.channel <> 'form'
      and a.at between ${from}::timestamptz and ${to}::timestamptz
      and not f.id = any(${[...butFollowupIds]}::uuid[])
      and ${clinicIds === null ? sql`true` : sql`f.clinic_id = any(${[...clinicIds]}::uuid[])`}`;
}

function keyOf(ctx: TransactionContext, by: ScoreAxis): RawBuilder<string | null> {
  const keys: Record<ScoreAxis, RawBuilder<string | null>> = {
    doctor: sql`t.doctor_id::text`,
    team: sql`t.team_id::text`,
    category: sql`t.category`,
    asker: sql`a.staff_id::text`,
    week: sql`to_char(date_trunc('week', a.at at time zone ${ctx.zone}::text), 'YYYY-MM-DD')`,
    month: sql`to_char(date_trunc('month', a.at at time zone ${ctx.zone}::text), 'YYYY-MM-DD')`,
  };
  return keys[by];
}
