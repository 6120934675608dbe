import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Place, TriggerEvent } from '#domain/followups/protocol.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectVisitsForPlanning } from './planning-store.ts';
import type { VisitForPlanning } from './planning-store.ts';

/** The customer's last closed visit that was such an event. */
export async function selectLastVisit(
  ctx: TransactionContext,
  customerId: string,
  event: TriggerEvent,
): Promise<VisitForPlanning | null> {
  const kept = {
    'course.finished': sql`and exists (select from treatments t
      where t.org_id = ${ctx.orgId} and t.visit_id = v.id and t.finishes_course)`,
    discharge: sql`and v.is_discharge`,
    'orthodontics.started': sql`and exists (select from treatments t
      where t.org_id = ${ctx.orgId} and t.visit_id = v.id and t.category = 'orthodontics')`,
  }[event as string];
  const direction = event === 'orthodontics.started' ? sql`asc` : sql`desc`;
  const { rows } = await sql<{ id: string }>`
    select v.id from visits v
    where v.org_id = ${ctx.orgId} and v.customer_id = ${customerId} and v.state = 'closed' ${kept ?? sql``}
    order by v.closed_at ${direction} limit 1`.execute(ctx.db);
  if (!rows[0]) return null;
  return (await selectVisitsForPlanning(ctx, [rows[0].id]))[0] ?? null;
}

/** The last event of that kind that something was planned for. */
export async function selectLastEvent(
  ctx: TransactionContext,
  customerId: string,
  event: TriggerEvent,
): Promise<{ at: Instant; key: string; clinicId: string; visitId: string | null } | null> {
  const row = await ctx.db
    .selectFrom('plans')
    .select(['event_at as at', 'event_key as key', 'clinic_id as clinicId', 'visit_id as visitId'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('event', '=', event)
    .orderBy('event_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function selectStaffNames(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function selectPlaceExists(
  ctx: TransactionContext,
  place: NonNullable<Place>,
): Promise<boolean> {
  const [table, id] =
    'clinicId' in place ? (['clinics', place.clinicId] as const) : (['teams', place.teamId] as const);
  const row = await ctx.db
    .selectFrom(table)
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
