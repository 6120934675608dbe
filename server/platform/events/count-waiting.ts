import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';

/** The organization's events that nobody has heard yet; of these, those that could not be told and are tried again. */
export function countWaiting(ctx: Context): Promise<{ waiting: number; postponed: number }> {
  return inTransaction(ctx, async (ctx) =>
    ctx.db
      .selectFrom('outbox_events')
      .select((eb) => [
        eb.fn.countAll<number>().as('waiting'),
        eb.fn.countAll<number>().filterWhere('next_try_at', '>', ctx.realNow).as('postponed'),
      ])
      .where('org_id', '=', ctx.orgId)
      .where('dispatched_at', 'is', null)
      .executeTakeFirstOrThrow(),
  );
}
