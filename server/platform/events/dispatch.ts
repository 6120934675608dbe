import type { DomainEvent } from '#domain/events.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Context, TransactionContext } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { log } from '../log.ts';

/** Hears an event in the transaction that marks it heard: its effect happens once or the event is told again. */
export type Listener = (ctx: TransactionContext, event: DomainEvent) => Promise<void>;

/** Tells one organization's waiting events, oldest first, until none is left that can be told now. */
export async function dispatchEvents(ctx: Context, listen: Listener): Promise<number> {
  let told = 0;
  for (;;) {
    const next = await tellNext(ctx, listen);
    if (next === 'none') return told;
    if (next === 'told') told += 1;
  }
}

async function tellNext(ctx: Context, listen: Listener): Promise<'told' | 'failed' | 'none'> {
  let eventId: string | undefined;
  try {
    return await inTransaction(ctx, async (ctx) => {
      const event = await ctx.db
        .selectFrom('outbox_events')
        .select(['id', 'type', 'payload', 'occurred_at'])
        .where('org_id', '=', ctx.orgId)
        .where('dispatched_at', 'is', null)
        .where((eb) => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', ctx.realNow)]))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!event) return 'none';
      eventId = event.id;
      await listen(ctx, { type: event.type, ...(event.payload as object) } as DomainEvent);
      const writing = ctx.db
        .updateTable('outbox_events')
        .set({ dispatched_at: ctx.realNow })
        .where('org_id', '=', ctx.orgId)
        .where('id', '=', event.id)
        .execute();
      ctx.alongside(writing);
      return 'told';
    });
  } catch (error) {
    if (eventId === undefined) throw error;
    log.error({ error, eventId }, 'an event could not be told and is tried again');
    await postpone(ctx, eventId, error as Error);
    return 'failed';
  }
}

/** Tried again after 1, 2, 4 … minutes, an hour at most; it never goes away unheard. */
async function postpone(ctx: Context, eventId: string, error: Error): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { tries } = await ctx.db
      .selectFrom('outbox_events')
      .select('tries')
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow();
    await ctx.db
      .updateTable('outbox_events')
      .set({
        tries: tries + 1,
        next_try_at: addMinutes(ctx.realNow, Math.min(60, 2 ** tries)),
        last_error: error.message.slice(0, 500),
      })
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', eventId)
      .execute();
  });
}
