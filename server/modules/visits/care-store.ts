import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Of each customer a row for open visits, and one with the day of the next appointment. */
export async function selectCare(
  ctx: TransactionContext,
  customerIds: readonly string[],
  today: CalendarDate,
): Promise<{ customerId: string; nextAppointmentOn: CalendarDate | null }[]> {
  const ids = [...customerIds];
  const { rows } = await sql<{ customerId: string; nextAppointmentOn: CalendarDate | null }>`
    select distinct v.customer_id as "customerId", null::date as "nextAppointmentOn" from visits v
    where v.org_id = ${ctx.orgId} and v.customer_id = any(${ids}::uuid[]) and v.state = 'open'
    union all
    select a.customer_id, min(a.day) from appointments a
    where a.org_id = ${ctx.orgId} and a.customer_id = any(${ids}::uuid[]) and a.state = 'booked' and a.day >= ${today}
    group by a.customer_id`.execute(ctx.db);
  return rows;
}

export interface Treating {
  visitId: string;
  clinicId: string;
  doctorId: string | null;
  teamId: string | null;
}

/** The first treatment of the visit that says who or which team did it, else of the last visit there was. */
export async function selectTreating(
  ctx: TransactionContext,
  { customerId, visitId }: { customerId: string; visitId: string | null },
): Promise<Treating | undefined> {
  const { rows } = await sql<Treating>`
    select v.id as "visitId", v.clinic_id as "clinicId", t.doctor_id as "doctorId", t.team_id as "teamId"
    from visits v
      left join treatments t on t.org_id = ${ctx.orgId} and t.visit_id = v.id
    where v.org_id = ${ctx.orgId} and v.customer_id = ${customerId}
      and (${visitId}::uuid is null or v.id = ${visitId}::uuid)
    order by v.visited_on desc, v.opened_at desc, (t.doctor_id is null), (t.team_id is null), t.position
    limit 1`.execute(ctx.db);
  return rows[0];
}

export async function selectTreatingDoctors(
  ctx: TransactionContext,
  visitIds: readonly string[],
): Promise<{ visitId: string; doctorIds: string[] }[]> {
  const { rows } = await sql<{ visitId: string; doctorIds: string[] }>`
    select t.visit_id as "visitId", array_agg(t.doctor_id::text order by t.position) as "doctorIds"
    from treatments t
    where t.org_id = ${ctx.orgId} and t.visit_id = any(${[...visitIds]}::uuid[]) and t.doctor_id is not null
    group by t.visit_id`.execute(ctx.db);
  return rows;
}
