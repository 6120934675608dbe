import type { DomainEvent } from '#domain/events.ts';
import type { TransactionContext } from '../context.ts';
import { newId } from '../ids.ts';

/** Tells the rest of the house, once this transaction has committed and not otherwise. */
export async function announce(ctx: TransactionContext, event: DomainEvent): Promise<void> {
  const { type, ...payload } = event;
  const writing = ctx.db
    .insertInto('outbox_events')
    .values({ org_id: ctx.orgId, id: newId(), type, payload: JSON.stringify(payload), occurred_at: ctx.now })
    .execute();
  ctx.alongside(writing);
  ctx.afterCommit(() => ctx.database.onAnnounced?.(ctx.orgId));
}
