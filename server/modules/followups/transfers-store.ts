import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { HeldBecause } from '#domain/followups/change.ts';
import type { Escalation } from '#domain/followups/contract.ts';
import type { RetryChannel } from '#domain/followups/ways-to-try.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A followup as it was before it was handed over. */
export interface MovedFollowup {
  id: string;
  assigneeId: string | null;
  escalation: Escalation | null;
  tries: number;
  nextTryAt: Instant | null;
  /** Not there in what was handed over before channels were told. */
  nextChannel?: RetryChannel | null;
  /** Not said of what was handed over by earlier versions. */
  heldBecause?: HeldBecause | null;
  versionAfter: number;
}

export interface Transfer {
  id: string;
  toId: string | null;
  reason: string;
  moved: MovedFollowup[];
}

export async function insertTransfer(ctx: TransactionContext, transfer: Transfer): Promise<void> {
  await ctx.db
    .insertInto('followup_transfers')
    .values({
      org_id: ctx.orgId,
      id: transfer.id,
      to_id: transfer.toId,
      reason: transfer.reason,
      made_at: ctx.now,
      made_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      moved: JSON.stringify(transfer.moved),
    })
    .execute();
}

/** Held, so that it is taken back once. */
export async function lockTransfer(ctx: TransactionContext, id: string) {
  const row = await ctx.db
    .selectFrom('followup_transfers')
    .select(['made_at as madeAt', 'made_by as madeBy', 'undone_at as undoneAt', 'moved'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, moved: row.moved as MovedFollowup[] };
}

export async function markTransferUndone(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('followup_transfers')
    .set({ undone_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Whoever gets them starts afresh; why somebody has one is that it was given to them. */
export async function giveFollowups(
  ctx: TransactionContext,
  ids: readonly string[],
  toId: string | null,
): Promise<void> {
  await sql`
    update followups f set assignee_id = ${toId}::uuid, escalation = null, next_try_at = null, next_channel = null, tries = 0,
      held_because = case when ${toId}::uuid is not null
        then jsonb_build_object('code', 'handed-over', 'insteadOfId', f.assignee_id) end, version = f.version + 1
    where f.org_id = ${ctx.orgId} and f.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}

/** Those that are still as the handing over left them are what they were before it; gives which. */
export async function restoreFollowups(
  ctx: TransactionContext,
  moved: readonly MovedFollowup[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update followups f set assignee_id = m."assigneeId", escalation = m.escalation, tries = m.tries,
      next_try_at = m."nextTryAt", next_channel = m."nextChannel", held_because = m."heldBecause", version = f.version + 1
    from json_to_recordset(${JSON.stringify(moved)}::json) as m(id uuid, "assigneeId" uuid, escalation text,
      tries integer, "nextTryAt" timestamptz, "nextChannel" text, "heldBecause" jsonb, "versionAfter" integer)
    where f.org_id = ${ctx.orgId} and f.id = m.id and f.state = 'open' and f.version = m."versionAfter"
    returning f.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** What somebody holds that is open and has begun. */
export async function countHeld(ctx: TransactionContext, staffId: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('followups')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('org_id', '=', ctx.orgId)
    .where('assignee_id', '=', staffId)
    .where('state', '=', 'open')
    .where('opens_at', '<=', ctx.now)
    .executeTakeFirstOrThrow();
  return Number(n);
}
