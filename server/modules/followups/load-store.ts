import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { OwnerRule, Step, TriggerEvent } from '#domain/followups/protocol.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isNotFrozen } from './worklist-store.ts';

/** An open followup as somebody's work: whose, of what kind, when. */
export interface OpenFollowup {
  id: string;
  version: number;
  customerId: string;
  clinicId: string;
  assigneeId: string | null;
  role: FollowupRole;
  purpose: Step['purpose'];
  event: TriggerEvent;
  opensAt: Instant;
  dueAt: Instant;
  closesAt: Instant;
  /** When its protocol has it due, where that is not when it is. */
  dueByProtocol: Instant | null;
  nextTryAt: Instant | null;
  isBegun: boolean;
  isPlaced: boolean;
}

/** What is open and opens by then, of these people or of everybody; neither what waits for a supervisor nor what rests. */
export async function selectOpenFollowups(
  ctx: TransactionContext,
  until: Instant,
  staffIds: readonly string[] | null,
): Promise<OpenFollowup[]> {
  const { rows } = await sql<OpenFollowup>`
    select f.id, f.version, f.customer_id as "customerId", f.clinic_id as "clinicId", f.assignee_id as "assigneeId", f.role,
      f.purpose, p.event, f.opens_at as "opensAt", f.due_at as "dueAt", f.closes_at as "closesAt",
      f.due_by_protocol as "dueByProtocol", f.next_try_at as "nextTryAt", f.last_attempt_at is not null as "isBegun",
      f.placed_at is not null as "isPlaced"
    from followups f join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.escalation is null and f.opens_at <= ${until}
      and ${isNotFrozen(ctx)}
      ${staffIds === null ? sql`` : sql`and f.assignee_id = any(${[...staffIds]}::uuid[])`}
    order by f.id`.execute(ctx.db);
  return rows;
}

/** A followup that came in sight and has no place yet, with the rule of its step for who holds it. */
export interface UnplacedFollowup {
  id: string;
  customerId: string;
  clinicId: string;
  visitId: string | null;
  assigneeId: string | null;
  role: FollowupRole;
  opensAt: Instant;
  closesAt: Instant;
  /** Null: the customer's own people, then the role in turn, as it was planned. */
  ownerRule: OwnerRule | null;
  isBegun: boolean;
}

export async function selectUnplaced(
  ctx: TransactionContext,
  until: Instant,
  limit: number,
): Promise<UnplacedFollowup[]> {
  const { rows } = await sql<UnplacedFollowup>`
    select f.id, f.customer_id as "customerId", f.clinic_id as "clinicId", p.visit_id as "visitId",
      f.assignee_id as "assigneeId", f.role, f.opens_at as "opensAt", f.closes_at as "closesAt",
      f.last_attempt_at is not null as "isBegun",
      (select s.step -> 'owner' from jsonb_array_elements(v.definition -> 'steps') s(step)
        where s.step ->> 'key' = f.step_key) as "ownerRule"
    from followups f
    join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
    join protocol_versions v on v.org_id = ${ctx.orgId} and v.id = p.protocol_version_id
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.placed_at is null and f.opens_at <= ${until}
    order by f.opens_at, f.id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** How many open followups everybody holds that open by then. */
export async function countHeld(ctx: TransactionContext, until: Instant): Promise<Map<string, number>> {
  const { rows } = await sql<{ staffId: string; count: number }>`
    select f.assignee_id as "staffId", count(*)::integer as count from followups f
    where f.org_id = ${ctx.orgId} and f.state = 'open' and f.opens_at <= ${until} and f.assignee_id is not null
    group by f.assignee_id`.execute(ctx.db);
  return new Map(rows.map(({ staffId, count }) => [staffId, count]));
}

export interface Placing {
  id: string;
  /** As it was when it was read: what somebody changed meanwhile is placed the next time. */
  version: number;
  dueAt: Instant;
  dueByProtocol: Instant | null;
}

/** The day does not count as an edit: whoever has the sheet open may still record the call. */
export async function updatePlaces(ctx: TransactionContext, placings: readonly Placing[]): Promise<void> {
  await sql`
    update followups f set due_at = p."dueAt", due_by_protocol = p."dueByProtocol", placed_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(placings)}::json)
      as p(id uuid, version integer, "dueAt" timestamptz, "dueByProtocol" timestamptz)
    where f.org_id = ${ctx.orgId} and f.id = p.id and f.version = p.version and f.state = 'open'`.execute(
    ctx.db,
  );
}

export async function updatePlaced(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable('followups')
    .set({ placed_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('placed_at', 'is', null)
    .execute();
}

export interface MeasuredContacts {
  staffId: string | null;
  purpose: Step['purpose'];
  contacts: number;
  minutes: number;
}

/** How long calls took since then, from the open sheet to the record: by person and kind, and of everybody by kind. */
export async function selectMeasures(ctx: TransactionContext, since: Instant): Promise<MeasuredContacts[]> {
  const { rows } = await sql<MeasuredContacts>`
    select c.staff_id as "staffId", c.purpose, count(*)::integer as contacts,
      percentile_cont(0.5) within group (order by c.minutes) as minutes
    from (
      select distinct on (a.call_id) a.staff_id, f.purpose, extract(epoch from a.at - a.opened_at)::float / 60 as minutes
      from attempts a join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id
      where a.org_id = ${ctx.orgId} and a.at >= ${since} and a.opened_at is not null and a.undone_at is null
        and a.result = 'reached'
      order by a.call_id, f.purpose, a.id
    ) c
    group by grouping sets ((c.purpose), (c.staff_id, c.purpose))
    order by c.staff_id nulls first, c.purpose`.execute(ctx.db);
  return rows;
}
