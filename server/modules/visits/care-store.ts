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
