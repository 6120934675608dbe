import { sql } from 'kysely';
import type { DomainEvent, EventOf } from '#domain/events.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Context, TransactionContext } from '../context.ts';
import { often } from '../database/prepared.ts';
import { inTransaction } from '../database/transaction.ts';
import { log } from '../log.ts';

/** Hears an event in the transaction that marks it heard: its effect happens once or the event is told again. */
export type Listener = (ctx: TransactionContext, event: DomainEvent) => Promise<void>;

/** Hears a run of events of one type as the listener would one after the other. */
export type Together = {
  [T in DomainEvent['type']]?: (ctx: TransactionContext, events: EventOf<T>[]) => Promise<void>;
};

const mostTogether = 20;

/** Tells one organization's waiting events, oldest first, until none is left that can be told now. */
export async function dispatchEvents(
  ctx: Context,
  listen: Listener,
  together: Together = {},
): Promise<number> {
  let told = 0;
  // After a run that could not be told together, so many are told one by one: the one at fault waits, and no other.
  let alone = 0;
  for (;;) {
    const next = await tellNext(ctx, listen, alone > 0 ? {} : together);
    if (next.count === 0) return told;
    if (next.isTold) told += next.count;
    alone = !next.isTold && next.count > 1 ? next.count : Math.max(0, alone - 1);
  }
}

async function tellNext(
  ctx: Context,
  listen: Listener,
  together: Together,
): Promise<{ count: number; isTold: boolean }> {
  let run: { id: string }[] = [];
  try {
    return await inTransaction(ctx, async (ctx) => {
      const waiting = await selectWaiting(ctx, Object.keys(together).length > 0 ? mostTogether : 1);
      const [first] = waiting;
      if (!first) return { count: 0, isTold: true };
      const hear = together[first.event.type] as
        ((ctx: TransactionContext, events: DomainEvent[]) => Promise<void>) | undefined;
      const other = waiting.findIndex(({ event }) => event.type !== first.event.type);
      const same = waiting.slice(0, hear ? (other === -1 ? waiting.length : other) : 1);
      run = same;
      if (hear) {
        await hear(
          ctx,
          same.map(({ event }) => event),
        );
      } else await listen(ctx, first.event);
      const ids = same.map(({ id }) => id);
      const writing = ctx.db
        .updateTable('outbox_events')
        .set({ dispatched_at: ctx.realNow })
        .where('org_id', '=', ctx.orgId)
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        .execute();
      ctx.alongside(writing);
      return { count: run.length, isTold: true };
    });
  } catch (error) {
    if (run.length === 0) throw error;
    if (run.length > 1) {
      log.warn({ error, events: run.length }, 'events could not be told together and are told one by one');
    } else {
      log.error({ error, eventId: run[0]!.id }, 'an event could not be told and is tried again');
      await postpone(ctx, run[0]!.id, error as Error);
    }
    return { count: run.length, isTold: false };
  }
}

/** Those that can be told now, oldest first, held until the transaction ends. */
async function selectWaiting(
  ctx: TransactionContext,
  limit: number,
): Promise<{ id: string; event: DomainEvent }[]> {
  const rows = await ctx.db
    .selectFrom('outbox_events')
    .select(['id', 'type', 'payload'])
    .where('org_id', '=', ctx.orgId)
    .where('dispatched_at', 'is', null)
    .where((eb) => eb.or([eb('next_try_at', 'is', null), eb('next_try_at', '<=', ctx.realNow)]))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .modifyEnd(often)
    .execute();
  return rows.map(({ id, type, payload }) => ({
    id,
    event: { type, ...(payload as object) } as DomainEvent,
  }));
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
