import type { TransactionContext } from '#server/platform/context.ts';
import { insertPastContacts } from './history-store.ts';
import type { PastContact } from './history-store.ts';
import { refreshClasses } from './refresh-classes.ts';

export type { PastContact };

/** Adds contacts of earlier, for a demo that writes its own audit row of the whole. */
export async function addContactHistory(
  ctx: TransactionContext,
  contacts: readonly PastContact[],
): Promise<void> {
  await insertPastContacts(ctx, contacts);
  await refreshClasses(ctx, [...new Set(contacts.map(({ customerId }) => customerId))]);
}
