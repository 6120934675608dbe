import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { HuddleRecord } from '#domain/huddles/pack.ts';
import type { TransactionContext } from '#server/platform/context.ts';

// What the record says of a clinic's day. The tables are other modules' own: a meeting looks at all of them.

/** How often each of these customers did not come. */
export async function selectMissed(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ customerId: string; missed: number }>`
    select a.customer_id as "customerId", count(*)::integer as missed from appointments a
    where a.org_id = ${ctx.orgId} and a.state = 'missed' and a.customer_id = any(${[...customerIds]}::uuid[])
    group by a.customer_id`.execute(ctx.db);
  return new Map(rows.map(({ customerId, missed }) => [customerId, missed]));
}

/** How long everybody waited who was seen that day, in whole minutes. */
export async function selectWaits(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<HuddleRecord['waits']> {
  const { rows } = await sql<HuddleRecord['waits'][number]>`
    select r.id as "visitId", r.customer_id as "customerId", v.kind,
      floor(extract(epoch from min(m.at) - r.arrived_at) / 60)::integer as minutes
    from receptions r
      join visits v on v.org_id = ${ctx.orgId} and v.id = r.id
      join reception_moves m on m.org_id = ${ctx.orgId} and m.reception_id = r.id
        and m.to_stage = 'in-treatment' and m.undone_at is null
    where r.org_id = ${ctx.orgId} and r.clinic_id = ${clinicId} and r.day = ${day}
    group by r.id, r.customer_id, v.kind, r.arrived_at
    order by minutes desc, r.id`.execute(ctx.db);
  return rows;
}

/** The last score each customer gave in that time, in a call or by a form. */
export async function selectScores(
  ctx: TransactionContext,
  { clinicId, from, to }: { clinicId: string; from: Instant; to: Instant },
): Promise<HuddleRecord['scores']> {
  const { rows } = await sql<HuddleRecord['scores'][number]>`
    select distinct on (given."customerId") given.id, given."customerId", given.score
    from (
      select a.id, a.customer_id as "customerId", a.score, a.at
      from attempts a
        join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id and f.clinic_id = ${clinicId}
      where a.org_id = ${ctx.orgId} and a.at >= ${from} and a.at < ${to} and a.score is not null
        and a.undone_at is null
      union all
      select n.id, n.customer_id, n.score, n.answered_at
      from form_answers n
        join form_requests q on q.org_id = ${ctx.orgId} and q.id = n.request_id and q.clinic_id = ${clinicId}
      where n.org_id = ${ctx.orgId} and n.answered_at >= ${from} and n.answered_at < ${to} and n.score is not null
    ) given
    order by given."customerId", given.at desc, given.id`.execute(ctx.db);
  return rows.toSorted((one, other) => one.score - other.score);
}

/** What was promised to customers and breaks by then: reminders people set, and cases with their clock. */
export async function selectPromises(
  ctx: TransactionContext,
  { clinicId, by }: { clinicId: string; by: Instant },
): Promise<HuddleRecord['promises']> {
  const { rows } = await sql<HuddleRecord['promises'][number]>`
    select f.id, f.customer_id as "customerId", f.closes_at as "breaksAt", 'followup' as what
    from followups f
      join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id and p.event = 'manual'
    where f.org_id = ${ctx.orgId} and f.clinic_id = ${clinicId} and f.state = 'open' and f.closes_at <= ${by}
      and not exists (select 1 from huddle_lines l where l.org_id = ${ctx.orgId} and l.followup_id = f.id)
    union all
    select k.id, k.customer_id, k.breaks_at, 'case'
    from recovery_cases k
    where k.org_id = ${ctx.orgId} and k.clinic_id = ${clinicId} and k.state = 'open' and k.breaks_at <= ${by}
    order by 3, 1
    limit 200`.execute(ctx.db);
  return rows;
}

/** Which of the open lines the record has settled since: booked, filled in, confirmed or over, kept, closed. */
export async function selectSettled(ctx: TransactionContext, clinicId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from huddle_lines l
    where l.org_id = ${ctx.orgId} and l.clinic_id = ${clinicId} and l.closed_at is null and case l.kind
      when 'no-next' then exists (select 1 from appointments a where a.org_id = ${ctx.orgId}
        and a.customer_id = l.customer_id and a.state = 'booked' and a.starts_at > ${ctx.now})
      when 'no-intake' then exists (select 1 from form_requests q
        join form_versions n on n.org_id = ${ctx.orgId} and n.id = q.form_version_id
          and n.definition ->> 'kind' = 'intake'
        where q.org_id = ${ctx.orgId} and q.customer_id = l.customer_id and q.answered_at is not null)
      when 'unconfirmed' then exists (select 1 from appointments a where a.org_id = ${ctx.orgId}
        and a.id = l.subject_id and (a.state <> 'booked' or a.confirmation is not distinct from 'confirmed'))
      when 'promise' then exists (select 1 from followups f where f.org_id = ${ctx.orgId}
          and f.id = l.subject_id and f.state <> 'open')
        or exists (select 1 from recovery_cases k where k.org_id = ${ctx.orgId}
          and k.id = l.subject_id and k.state <> 'open')
      else false end`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
