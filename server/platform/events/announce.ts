import type { DomainEvent } from '#domain/events.ts';
import type { TransactionContext } from '../context.ts';
import { newId } from '../ids.ts';

/**
 * Tells the rest of the house, once this transaction has committed and not otherwise; those who hear such an event at
 * once, before it commits.
 */
export function announce(ctx: TransactionContext, event: DomainEvent): Promise<void> {
  return announceAll(ctx, [event]);
}

/** The same of many, told in this order. */
export async function announceAll(ctx: TransactionContext, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const writing = ctx.db
    .insertInto('outbox_events')
    .values(
      events.map(({ type, ...payload }) => ({
        ...{ org_id: ctx.orgId, id: newId(), type },
        ...{ payload: JSON.stringify(payload), occurred_at: ctx.now },
      })),
    )
    .execute();
  ctx.alongside(writing);
  for (const event of events) {
    const hear = ctx.database.heardAtOnce[event.type] as
      ((ctx: TransactionContext, event: DomainEvent) => Promise<void>) | undefined;
    if (hear) ctx.beforeCommit((ctx) => hear(ctx, event));
  }
  ctx.afterCommit(() => ctx.database.onAnnounced?.(ctx.orgId));
}
