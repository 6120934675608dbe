import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Pause } from '#domain/messaging/pause.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { outsideOrganizations } from '#server/platform/database/transaction.ts';

export interface StoredPause extends Pause {
  reason: string | null;
  changedAt: Instant | null;
  changedByName: string | null;
  version: number;
}

/** Who has stopped the sending, and of what. */
export async function selectPause(ctx: TransactionContext): Promise<StoredPause> {
  const row = await ctx.db
    .selectFrom('message_pauses as p')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'p.changed_by'))
    .select(['p.kinds', 'p.channels', 'p.reason', 'p.changed_at as changedAt', 'p.version'])
    .select('s.name as changedByName')
    .where('p.org_id', '=', ctx.orgId)
    .executeTakeFirst();
  const none = { kinds: [], channels: [], reason: null, changedAt: null, changedByName: null, version: 0 };
  // Kinds and channels are those the table's checks allow.
  return row ? { ...row, ...(row as unknown as Pause) } : none;
}

/** False where somebody else changed it first. */
export async function savePause(
  ctx: TransactionContext,
  { kinds, channels, reason, version }: Pause & { reason: string | null; version: number },
): Promise<boolean> {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const done = await sql`
    insert into message_pauses (org_id, kinds, channels, reason, changed_at, changed_by, version)
    values (${ctx.orgId}, ${[...kinds]}::text[], ${[...channels]}::text[], ${reason}, ${ctx.now}, ${by}, 1)
    on conflict (org_id) do update set kinds = excluded.kinds, channels = excluded.channels, reason = excluded.reason,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = message_pauses.version + 1
    where message_pauses.version = ${version}`.execute(ctx.db);
  return done.numAffectedRows === 1n;
}

/**
 * Lets the workers of an organization count one after the other, each after the other's commit: of what a limit leaves,
 * two of them never take the same. Held for the time of a claim, in which no provider is called.
 */
export async function holdBrakes(ctx: TransactionContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`brakes ${ctx.orgId}`}, 0))`.execute(ctx.db);
}

/** How often this database has sent; null where it never did. */
export async function selectMark(house: Pick<Context, 'database'>): Promise<number | null> {
  const row = await outsideOrganizations(house, (db) =>
    db.selectFrom('sending_marks').select('mark').executeTakeFirst(),
  );
  return row?.mark ?? null;
}

/** Counts on from the higher of the two; gives the new count. */
export async function raiseMark(
  house: Pick<Context, 'database'>,
  atLeast: number,
  now: Instant,
): Promise<number> {
  return outsideOrganizations(house, async (db) => {
    const { rows } = await sql<{ mark: number }>`
      insert into sending_marks (mark, marked_at) values (${atLeast + 1}, ${now})
      on conflict (only_one) do update
        set mark = greatest(sending_marks.mark, ${atLeast}) + 1, marked_at = excluded.marked_at
      returning mark`.execute(db);
    return rows[0]!.mark;
  });
}

/** Keeps back whatever is not over (G7); what was being sent is in doubt. Gives how many. */
export async function quarantineOpen(ctx: TransactionContext): Promise<number> {
  const done = await sql`
    update messages m set quarantined_at = ${ctx.now},
      state = case when m.state = 'sending' then 'unknown' else m.state end,
      leased_until = null,
      unknown_since = case when m.state = 'sending' then ${ctx.realNow}::timestamptz else m.unknown_since end,
      ask_at = case when m.state = 'sending' then ${ctx.realNow}::timestamptz else m.ask_at end
    where m.org_id = ${ctx.orgId} and m.state in ('queued', 'sending', 'by_hand') and m.quarantined_at is null`.execute(
    ctx.db,
  );
  return Number(done.numAffectedRows ?? 0n);
}

/** Somebody has looked: they may go. Null is all of them. Gives how many. */
export async function releaseQuarantined(
  ctx: TransactionContext,
  ids: readonly string[] | null,
): Promise<number> {
  const done = await ctx.db
    .updateTable('messages')
    .set({ quarantined_at: null })
    .where('org_id', '=', ctx.orgId)
    .where('quarantined_at', 'is not', null)
    .$if(ids !== null, (query) => query.where(sql<boolean>`id = any(${[...ids!]}::uuid[])`))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function countQuarantined(ctx: TransactionContext): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', ctx.orgId)
    .where('quarantined_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
