import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { ChangeKind, HeldBecause } from '#domain/followups/change.ts';
import type { FollowupState } from '#domain/followups/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** What a change can touch of a followup. */
export interface Standing {
  assigneeId: string | null;
  dueAt: Instant;
  closesAt: Instant;
  dueByProtocol: Instant | null;
  heldBecause: HeldBecause | null;
  state: FollowupState;
  endedAt: Instant | null;
  endReason: string | null;
}

export interface ChangeableFollowup extends Standing {
  id: string;
  clinicId: string;
  lastAttemptAt: Instant | null;
  nextTryAt: Instant | null;
}

/** The followups as they stand, held until the transaction ends, in one order. */
export function lockStandings(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<ChangeableFollowup[]> {
  return selectStandings(ctx, ids, { hold: true });
}

export async function selectStandings(
  ctx: TransactionContext,
  ids: readonly string[],
  { hold }: { hold: boolean },
): Promise<ChangeableFollowup[]> {
  const rows = await ctx.db
    .selectFrom('followups')
    .select([
      'id',
      'clinic_id as clinicId',
      'assignee_id as assigneeId',
      'due_at as dueAt',
      'closes_at as closesAt',
      'due_by_protocol as dueByProtocol',
      'held_because as heldBecause',
      'state',
      'ended_at as endedAt',
      'end_reason as endReason',
      'last_attempt_at as lastAttemptAt',
      'next_try_at as nextTryAt',
    ])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .$if(hold, (query) => query.forUpdate())
    .execute();
  return rows.map((row) => ({
    ...row,
    heldBecause: row.heldBecause as HeldBecause | null,
    state: row.state as FollowupState,
  }));
}

export async function updateStandings(
  ctx: TransactionContext,
  standings: readonly (Standing & { id: string })[],
): Promise<void> {
  await sql`
    update followups f set assignee_id = s."assigneeId", due_at = s."dueAt", closes_at = s."closesAt",
      due_by_protocol = s."dueByProtocol", held_because = s."heldBecause", state = s.state, ended_at = s."endedAt",
      end_reason = s."endReason", version = f.version + 1
    from json_to_recordset(${JSON.stringify(standings)}::json) as s(
      id uuid, "assigneeId" uuid, "dueAt" timestamptz, "closesAt" timestamptz, "dueByProtocol" timestamptz,
      "heldBecause" jsonb, state text, "endedAt" timestamptz, "endReason" text)
    where f.org_id = ${ctx.orgId} and f.id = s.id`.execute(ctx.db);
}

export interface ChangeRow {
  id: string;
  followupId: string;
  kind: ChangeKind;
  causeId: string | null;
  before: Partial<Standing>;
  after: Partial<Standing>;
}

export async function insertChanges(ctx: TransactionContext, changes: readonly ChangeRow[]): Promise<void> {
  const byId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  await sql`
    insert into followup_changes (org_id, id, followup_id, kind, at, by_id, cause_id, before, after)
    select ${ctx.orgId}::uuid, c.id, c."followupId", c.kind, ${ctx.now}::timestamptz, ${byId}::uuid, c."causeId", c.before, c.after
    from json_to_recordset(${JSON.stringify(changes)}::json)
      as c(id uuid, "followupId" uuid, kind text, "causeId" uuid, before jsonb, after jsonb)`.execute(ctx.db);
}

export interface StoredChange extends ChangeRow {
  at: Instant;
}

/** The changes that go back to a decision and still hold. */
export async function selectChangesOf(ctx: TransactionContext, causeId: string): Promise<StoredChange[]> {
  const rows = await ctx.db
    .selectFrom('followup_changes')
    .select(['id', 'followup_id as followupId', 'kind', 'cause_id as causeId', 'before', 'after', 'at'])
    .where('org_id', '=', ctx.orgId)
    .where('cause_id', '=', causeId)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, ...read(row) }));
}

/** What stand-ins hold and nobody tried since, with the leave it goes back to. */
export async function selectCovered(
  ctx: TransactionContext,
): Promise<{ changeId: string; followupId: string; leaveId: string }[]> {
  const { rows } = await sql<{ changeId: string; followupId: string; leaveId: string }>`
    select c.id as "changeId", c.followup_id as "followupId", c.cause_id as "leaveId"
    from followup_changes c
    join followups f on f.org_id = ${ctx.orgId} and f.id = c.followup_id
    where c.org_id = ${ctx.orgId} and c.kind = 'covered' and c.undone_at is null and f.state = 'open'
      and f.assignee_id = (c.after ->> 'assigneeId')::uuid
      and (f.last_attempt_at is null or f.last_attempt_at < c.at)
    order by c.id`.execute(ctx.db);
  return rows;
}

export async function markChangesUndone(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable('followup_changes')
    .set({ undone_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

export interface HistoryRow {
  id: string;
  kind: ChangeKind;
  at: Instant;
  byName: string | null;
  before: Partial<Standing>;
  after: Partial<Standing>;
  isUndone: boolean;
}

export async function selectHistoryOf(ctx: TransactionContext, followupId: string): Promise<HistoryRow[]> {
  const rows = await ctx.db
    .selectFrom('followup_changes as c')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.by_id'))
    .select(['c.id', 'c.kind', 'c.at', 's.name as byName', 'c.before', 'c.after', 'c.undone_at as undoneAt'])
    .where('c.org_id', '=', ctx.orgId)
    .where('c.followup_id', '=', followupId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map(({ undoneAt, ...row }) => ({ ...row, ...read(row), isUndone: undoneAt !== null }));
}

/** What `insertChanges` wrote: the table's check holds the kinds, and nobody else writes them. */
function read(row: { kind: string; before: unknown; after: unknown }) {
  return {
    kind: row.kind as ChangeKind,
    before: row.before as Partial<Standing>,
    after: row.after as Partial<Standing>,
  };
}
