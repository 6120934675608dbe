import type { EventOf } from '#domain/events.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { stopQueued } from './outbox-store.ts';

const kindsOf: Partial<Record<string, readonly MessageKind[]>> = {
  marketing: ['marketing'],
  care: ['care', 'service_notice'],
};

/** Somebody took their consent back: what was queued by it does not go any more, on whatever channel. */
export async function stopMessages(
  ctx: TransactionContext,
  { customerId, purpose }: EventOf<'customer.consent-withdrawn'>,
): Promise<void> {
  const kinds = kindsOf[purpose];
  if (kinds) await stopQueued(ctx, customerId, kinds, 'consent-withdrawn');
}
