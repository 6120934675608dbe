import type { TransactionContext } from '#server/platform/context.ts';
import { selectEscalatedCustomers, selectLastTries, selectOwedNow } from './escalated-store.ts';
import type { EscalatedCustomer, LastTry } from './escalated-store.ts';

export type { EscalatedCustomer, LastTry };

/** So many tries tell what was done. */
const triesShown = 3;

/** Who stands with the supervisor because nobody can be reached; whether the caller may ask is its verb's to decide. */
export function findEscalated(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
): Promise<EscalatedCustomer[]> {
  return selectEscalatedCustomers(ctx, clinicIds);
}

export async function findOwedNow(ctx: TransactionContext, customerIds: readonly string[]) {
  const rows = await selectOwedNow(ctx, customerIds);
  return new Map(rows.map((row) => [row.customerId, row]));
}

export async function findLastTries(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, LastTry[]>> {
  return Map.groupBy(await selectLastTries(ctx, customerIds, triesShown), ({ customerId }) => customerId);
}
