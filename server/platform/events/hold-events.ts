import type { DomainEvent } from '#domain/events.ts';
import type { TransactionContext } from '../context.ts';

/**
 * Waits for whoever is just telling an event of this type, and keeps those that wait from being told until this
 * transaction ends: what it takes back must not be acted upon meanwhile.
 */
export async function holdEvents(ctx: TransactionContext, type: DomainEvent['type']): Promise<void> {
  await ctx.db
    .selectFrom('outbox_events')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('type', '=', type)
    .where('dispatched_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}
