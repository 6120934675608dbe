import type { CalendarFeed } from '#domain/calendarfeeds/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface StoredFeed extends Omit<CalendarFeed, 'doctorName'> {
  id: string;
}

/** Those in use. */
export async function selectFeeds(ctx: TransactionContext): Promise<StoredFeed[]> {
  return ctx.db
    .selectFrom('calendar_feeds')
    .select(['id', 'doctor_id as doctorId', 'created_at as createdAt', 'last_read_at as lastReadAt'])
    .where('org_id', '=', ctx.orgId)
    .where('revoked_at', 'is', null)
    .orderBy('doctor_id')
    .execute();
}

/** The feed in use that a token opens. */
export async function selectFeedOf(
  ctx: TransactionContext,
  hash: string,
): Promise<{ id: string; doctorId: string } | undefined> {
  return ctx.db
    .selectFrom('calendar_feeds')
    .select(['id', 'doctor_id as doctorId'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export async function insertFeed(
  ctx: TransactionContext,
  feed: { id: string; doctorId: string; hash: string },
): Promise<void> {
  await ctx.db
    .insertInto('calendar_feeds')
    .values({
      org_id: ctx.orgId,
      id: feed.id,
      doctor_id: feed.doctorId,
      token_hash: feed.hash,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

/** Its secret opens nothing any more. Gives how many there were. */
export async function revokeFeed(ctx: TransactionContext, doctorId: string): Promise<number> {
  const done = await ctx.db
    .updateTable('calendar_feeds')
    .set({ revoked_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('doctor_id', '=', doctorId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function updateRead(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('calendar_feeds')
    .set({ last_read_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}
