import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectNotDelivered } from './receipts-store.ts';

export interface NotDelivered {
  customerId: string;
  at: Instant;
  /** As the provider said it: `not-delivered:…` or `refused:…`. */
  reason: string;
}

/** Whose last text since then did not arrive; one that arrived later says that the number works. */
export function findNotDelivered(ctx: TransactionContext, since: Instant): Promise<NotDelivered[]> {
  return selectNotDelivered(ctx, since);
}
