import type { DomainEvent } from '#domain/events.ts';
import type { TransactionContext } from '../context.ts';
import { insertRows } from '../database/put-together-once.ts';
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
  const rows = events.map(({ type, ...payload }) => ({
    ...{ id: newId(), type },
    ...{ payload: JSON.stringify(payload), occurred_at: ctx.now },
  }));
  ctx.alongside(insertRows(ctx, 'outbox_events', rows));
  for (const event of events) {
    const hear = ctx.database.heardAtOnce[event.type] as
      ((ctx: TransactionContext, event: DomainEvent) => Promise<void>) | undefined;
    if (hear) ctx.beforeCommit((ctx) => hear(ctx, event));
  }
  ctx.afterCommit(() => ctx.database.onAnnounced?.(ctx.orgId));
}
