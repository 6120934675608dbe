import { sql } from 'kysely';
import type { CustomerNoShows, LeadRow, NoShowFigures, Share } from '#domain/appointments/no-shows.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface NoShowQuestion {
  clinicIds: readonly string[] | null;
  doctorId?: string | undefined;
  from: CalendarDate;
  to: CalendarDate;
}

/** Appointments of the days whose end is known. */
function settled(ctx: TransactionContext, { clinicIds, doctorId, from, to }: NoShowQuestion) {
  return sql`a.org_id = ${ctx.orgId} and a.state in ('kept', 'missed') and a.day between ${from} and ${to}
    ${clinicIds === null ? sql`` : sql`and a.clinic_id = any(${[...clinicIds]}::uuid[])`}
    ${doctorId === undefined ? sql`` : sql`and a.doctor_id = ${doctorId}`}`;
}

const shares = sql`count(*)::int as total, (count(*) filter (where a.state = 'missed'))::int as missed`;

/** By how many of the clinic's days ahead it was booked, and whether it was reminded of. */
export async function countByLead(ctx: TransactionContext, question: NoShowQuestion): Promise<LeadRow[]> {
  const { rows } = await sql<LeadRow>`
    select a.day - (a.booked_at at time zone c.timezone)::date as "leadDays", a.was_reminded as "wasReminded", ${shares}
    from appointments a join clinics c on c.org_id = ${ctx.orgId} and c.id = a.clinic_id
    where ${settled(ctx, question)} group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

export async function selectBusiestDay(
  ctx: TransactionContext,
  question: NoShowQuestion,
): Promise<NoShowFigures['busiest']> {
  const { rows } = await sql<{ day: CalendarDate; total: number }>`
    select a.day, count(*)::int as total from appointments a
    where ${settled(ctx, question)} group by a.day order by total desc, a.day limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

type Named = Share & { id: string; name: string };

export async function countByClinic(ctx: TransactionContext, question: NoShowQuestion): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select c.id, c.name, ${shares}
    from appointments a join clinics c on c.org_id = ${ctx.orgId} and c.id = a.clinic_id
    where ${settled(ctx, question)} group by c.id, c.name order by c.name, c.id`.execute(ctx.db);
  return rows;
}

export async function countByDoctor(ctx: TransactionContext, question: NoShowQuestion): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select s.id, s.name, ${shares}
    from appointments a join staff s on s.org_id = ${ctx.orgId} and s.id = a.doctor_id
    where ${settled(ctx, question)} group by s.id, s.name order by s.name, s.id`.execute(ctx.db);
  return rows;
}

/** Who missed the most of them, at least twice; whose they are is told by another verb. */
export async function selectMostMissed(
  ctx: TransactionContext,
  question: NoShowQuestion,
  limit: number,
): Promise<(Share & { id: string; lastMissedOn: CalendarDate })[]> {
  const { rows } = await sql<Share & { id: string; lastMissedOn: CalendarDate }>`
    select a.customer_id as id, ${shares}, max(a.day) filter (where a.state = 'missed') as "lastMissedOn"
    from appointments a where ${settled(ctx, question)}
    group by a.customer_id having count(*) filter (where a.state = 'missed') >= 2
    order by missed desc, total, id limit ${limit}`.execute(ctx.db);
  return rows;
}

export async function countOfCustomer(ctx: TransactionContext, customerId: string): Promise<CustomerNoShows> {
  const { rows } = await sql<CustomerNoShows>`
    select (count(*) filter (where a.state in ('kept', 'missed')))::int as total,
      (count(*) filter (where a.state = 'missed'))::int as missed,
      (count(*) filter (where a.state = 'cancelled'))::int as cancelled,
      max(a.day) filter (where a.state = 'missed') as "lastMissedOn"
    from appointments a where a.org_id = ${ctx.orgId} and a.customer_id = ${customerId}`.execute(ctx.db);
  return rows[0]!;
}

export async function updateReminded(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('appointments')
    .set({ was_reminded: true })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
