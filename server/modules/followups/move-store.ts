import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { MadeFollowup } from '#domain/followups/move.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { FollowupRow } from './planning-store.ts';

/** One event's plans of one protocol, taken together; the id is the first plan's. */
export interface MadePlan {
  id: string;
  customerId: string;
  clinicId: string;
  event: string;
  eventKey: string;
  eventAt: Instant;
  visitId: string | null;
  followups: MadeFollowup[];
}

/**
 * The next events that earlier versions of a protocol made plans of, with something open, and all the followups they
 * led to: what was moved before belongs to a plan of a later version by now, and is still the event's.
 */
export async function selectMadePlans(
  ctx: TransactionContext,
  to: { code: string; version: number },
  page: { after: string | null; limit: number },
): Promise<MadePlan[]> {
  const ofProtocol = (plan: 'p' | 's') => sql`
    ${sql.ref(`${plan}.protocol_version_id`)} in (
      select v.id from protocol_versions v
      where v.org_id = ${ctx.orgId} and v.code = ${to.code} and v.version < ${to.version})`;
  const ofOneEvent = sql`
    s.customer_id = p.customer_id and s.event = p.event and s.event_key = p.event_key and ${ofProtocol('s')}`;
  const { rows } = await sql<Omit<MadePlan, 'followups'>>`
    select p.id, p.customer_id as "customerId", p.clinic_id as "clinicId", p.event, p.event_key as "eventKey",
      p.event_at as "eventAt", p.visit_id as "visitId"
    from plans p
    where p.org_id = ${ctx.orgId} and ${ofProtocol('p')}
      and not exists (select from plans s where s.org_id = ${ctx.orgId} and s.id < p.id and ${ofOneEvent})
      and exists (
        select from plans s join followups f on f.org_id = ${ctx.orgId} and f.plan_id = s.id and f.state = 'open'
        where s.org_id = ${ctx.orgId} and ${ofOneEvent})
      ${page.after === null ? sql`` : sql`and p.id > ${page.after}`}
    order by p.id limit ${page.limit}`.execute(ctx.db);
  const { rows: followups } = await sql<MadeFollowup & { firstPlanId: string }>`
    select f.id, p.id as "firstPlanId", f.step_key as "stepKey", f.occurrence, f.purpose, f.role,
      f.opens_at as "opensAt", coalesce(f.due_by_protocol, f.due_at) as "dueAt", f.closes_at as "closesAt",
      f.state = 'open' as "isOpen",
      f.tries > 0 or f.last_attempt_at is not null or f.next_try_at is not null or exists (
        select from followup_changes c where c.org_id = ${ctx.orgId} and c.followup_id = f.id
          and c.kind = 'extended' and c.undone_at is null) as "isBegun"
    from plans p
      join plans s on s.org_id = ${ctx.orgId} and ${ofOneEvent}
      join followups f on f.org_id = ${ctx.orgId} and f.plan_id = s.id
    where p.org_id = ${ctx.orgId} and p.id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(ctx.db);
  const byPlan = Map.groupBy(followups, ({ firstPlanId }) => firstPlanId);
  return rows.map((plan) => ({ ...plan, followups: byPlan.get(plan.id) ?? [] }));
}

/**
 * Gives followups another plan, window and role; who holds one keeps it, unless its role is another now. Which day of
 * the window it is done on is for the levelling to say again.
 */
export async function updateMoved(
  ctx: TransactionContext,
  followups: readonly (Omit<FollowupRow, 'customerId' | 'clinicId'> & { keepsAssignee: boolean })[],
): Promise<void> {
  await sql`
    update followups f set plan_id = m."planId", opens_at = m."opensAt", due_at = m."dueAt", closes_at = m."closesAt",
      due_by_protocol = null, placed_at = null, role = m.role, purpose = m.purpose, version = f.version + 1,
      assignee_id = case when m."keepsAssignee" then f.assignee_id else m."assigneeId" end
    from json_to_recordset(${JSON.stringify(followups)}::json) as m(
      id uuid, "planId" uuid, "opensAt" timestamptz, "dueAt" timestamptz, "closesAt" timestamptz, role text,
      purpose text, "assigneeId" uuid, "keepsAssignee" boolean)
    where f.org_id = ${ctx.orgId} and f.id = m.id and f.state = 'open'`.execute(ctx.db);
}
