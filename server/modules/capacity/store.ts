import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { DecisionKind } from '#domain/capacity/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Claims the day's filling of everybody's days. False where it was done, or another does it. */
export async function claimRun(ctx: TransactionContext, day: CalendarDate): Promise<boolean> {
  await ctx.db
    .insertInto('capacity_runs')
    .values({ org_id: ctx.orgId, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await ctx.db
    .selectFrom('capacity_runs')
    .select('finished_at as finishedAt')
    .where('org_id', '=', ctx.orgId)
    .where('day', '=', day)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row || row.finishedAt !== null) return false;
  await ctx.db
    .updateTable('capacity_runs')
    .set({ finished_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('day', '=', day)
    .execute();
  return true;
}

export async function insertDecision(
  ctx: TransactionContext,
  decision: { id: string; kind: DecisionKind; staffId: string; day: CalendarDate; toId: string | null },
): Promise<void> {
  await ctx.db
    .insertInto('capacity_decisions')
    .values({
      org_id: ctx.orgId,
      id: decision.id,
      kind: decision.kind,
      staff_id: decision.staffId,
      day: decision.day,
      to_id: decision.toId,
      decided_at: ctx.now,
      decided_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export interface StoredDecision {
  id: string;
  kind: DecisionKind;
  staffId: string;
  staffName: string;
  day: CalendarDate;
  toName: string | null;
  decidedAt: string;
  decidedByName: string | null;
  undoneAt: string | null;
}

/** The latest decisions first, or one of them. */
export async function selectDecisions(
  ctx: TransactionContext,
  which: { id?: string; limit: number },
): Promise<StoredDecision[]> {
  const { rows } = await sql<StoredDecision>`
    select d.id, d.kind, d.staff_id as "staffId", s.name as "staffName", d.day, t.name as "toName",
      d.decided_at as "decidedAt", b.name as "decidedByName", d.undone_at as "undoneAt"
    from capacity_decisions d
    join staff s on s.org_id = ${ctx.orgId} and s.id = d.staff_id
    left join staff t on t.org_id = ${ctx.orgId} and t.id = d.to_id
    left join staff b on b.org_id = ${ctx.orgId} and b.id = d.decided_by
    where d.org_id = ${ctx.orgId} ${which.id === undefined ? sql`` : sql`and d.id = ${which.id}`}
    order by d.decided_at desc, d.id desc limit ${which.limit}`.execute(ctx.db);
  return rows;
}

/** Held, so that two do not take the same back at once. */
export async function lockDecision(
  ctx: TransactionContext,
  id: string,
): Promise<{ staffId: string; undoneAt: string | null } | undefined> {
  return ctx.db
    .selectFrom('capacity_decisions')
    .select(['staff_id as staffId', 'undone_at as undoneAt'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markDecisionUndone(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('capacity_decisions')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
