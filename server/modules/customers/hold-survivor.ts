import type { TransactionContext } from '#server/platform/context.ts';
import { selectSurvivor } from './merge-store.ts';
import { lockCustomer } from './store.ts';
import type { CustomerRow } from './store.ts';

/**
 * The customer, or the record it became part of since, held until the transaction ends; undefined where there is none.
 * For a reaction: what it heard may have happened to somebody who was merged meanwhile.
 */
export async function holdSurvivor(ctx: TransactionContext, id: string): Promise<CustomerRow | undefined> {
  const row = await lockCustomer(ctx, id);
  if (row) return row;
  const survivor = await selectSurvivor(ctx, id);
  return survivor && lockCustomer(ctx, survivor.id);
}
