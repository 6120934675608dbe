import { balanceOf } from '#domain/ledger/balance.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectTotals } from './store.ts';

/** What lies here of a customer's for a treatment still to come. */
export async function findDeposit(ctx: TransactionContext, customerId: string): Promise<number> {
  return balanceOf(await selectTotals(ctx, customerId)).depositFen;
}
