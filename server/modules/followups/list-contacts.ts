import type { TransactionContext } from '#server/platform/context.ts';
import { selectContactsBetween } from './facts-store.ts';
import type { ContactRow, ContactsQuestion } from './facts-store.ts';

export type { ContactRow, ContactsQuestion };

/** Everybody's tries to reach customers in a time, the newest first; for a verb that has asked for its own permission. */
export function listContacts(ctx: TransactionContext, question: ContactsQuestion): Promise<ContactRow[]> {
  return selectContactsBetween(ctx, question);
}
