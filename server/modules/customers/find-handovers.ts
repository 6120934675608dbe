import type { TransactionContext } from '#server/platform/context.ts';
import { markRead, selectChangesOf, selectUnread } from './handover-store.ts';
import type { OwnerChangeRow } from './handover-store.ts';

export type { OwnerChangeRow };

/** Which of a customer's present owners took over from somebody, the latest first. */
export function findOwnerChanges(ctx: TransactionContext, customerId: string): Promise<OwnerChangeRow[]> {
  return selectChangesOf(ctx, customerId);
}

/** One page of whom somebody took over and has not read up on. */
export function findUnreadHandovers(
  ctx: TransactionContext,
  ownerId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: OwnerChangeRow[]; total: number }> {
  return selectUnread(ctx, ownerId, page);
}

/** Notes that the owner has read it; false where there was nothing left to read. */
export async function noteHandoverRead(
  ctx: TransactionContext,
  customerId: string,
  ownerId: string,
): Promise<boolean> {
  return (await markRead(ctx, customerId, ownerId)) > 0;
}
