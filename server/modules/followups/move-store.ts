import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { MadeFollowup } from '#domain/followups/move.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { FollowupRow } from './planning-store.ts';

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

/** The next plans of a protocol, of whichever version, that have something open, with all their followups. */
export async function selectMadePlans(
  ctx: TransactionContext,
  to: { code: string; versionId: string },
  page: { after: string | null; limit: number },
): Promise<MadePlan[]> {
  const { rows } = await sql<Omit<MadePlan, 'followups'>>`
    select p.id, p.customer_id as "customerId", p.clinic_id as "clinicId", p.event, p.event_key as "eventKey",
      p.event_at as "eventAt", p.visit_id as "visitId"
    from plans p
    where p.org_id = ${ctx.orgId}
      and p.protocol_version_id in (
        select v.id from protocol_versions v where v.org_id = ${ctx.orgId} and v.code = ${to.code} and v.id <> ${to.versionId})
      and exists (select from followups f where f.org_id = ${ctx.orgId} and f.plan_id = p.id and f.state = 'open')
      ${page.after === null ? sql`` : sql`and p.id > ${page.after}`}
    order by p.id limit ${page.limit}`.execute(ctx.db);
  const { rows: followups } = await sql<MadeFollowup & { planId: string }>`
    select f.id, f.plan_id as "planId", f.step_key as "stepKey", f.occurrence, f.purpose, f.role,
      f.opens_at as "opensAt", f.due_at as "dueAt", f.closes_at as "closesAt", f.state = 'open' as "isOpen",
      f.tries > 0 or f.last_attempt_at is not null or f.next_try_at is not null as "isBegun"
    from followups f
    where f.org_id = ${ctx.orgId} and f.plan_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(ctx.db);
  const byPlan = Map.groupBy(followups, ({ planId }) => planId);
  return rows.map((plan) => ({ ...plan, followups: byPlan.get(plan.id) ?? [] }));
}

/** Gives followups another plan, window and role; who holds one keeps it, unless its role is another now. */
export async function updateMoved(
  ctx: TransactionContext,
  followups: readonly (Omit<FollowupRow, 'customerId' | 'clinicId'> & { keepsAssignee: boolean })[],
): Promise<void> {
  await sql`
    update followups f set plan_id = m."planId", opens_at = m."opensAt", due_at = m."dueAt", closes_at = m."closesAt",
      role = m.role, purpose = m.purpose, version = f.version + 1,
      assignee_id = case when m."keepsAssignee" then f.assignee_id else m."assigneeId" end
    from json_to_recordset(${JSON.stringify(followups)}::json) as m(
      id uuid, "planId" uuid, "opensAt" timestamptz, "dueAt" timestamptz, "closesAt" timestamptz, role text,
      purpose text, "assigneeId" uuid, "keepsAssignee" boolean)
    where f.org_id = ${ctx.orgId} and f.id = m.id and f.state = 'open'`.execute(ctx.db);
}
