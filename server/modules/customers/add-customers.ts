import type { TransactionContext } from '#server/platform/context.ts';
import { insertCustomers } from './store.ts';
import type { NewCustomer } from './store.ts';

export type { NewCustomer };

/**
 * Adds many customers at once, for an import or a demo that has asked for permission and writes its own audit
 * row. Gives the ids of those that are new; a number that is taken already is left alone.
 */
export function addCustomers(ctx: TransactionContext, customers: readonly NewCustomer[]): Promise<string[]> {
  return insertCustomers(ctx, customers);
}
