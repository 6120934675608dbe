import type { HealthWarning } from '#domain/records/contract.ts';
import type { Told } from '#domain/records/warning.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectWarnings } from './warnings-store.ts';

/** What stands of these customers, the newest first; for a verb that has asked for its own permission. */
export async function findWarnings(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, Told[]>> {
  const rows = await selectWarnings(ctx, { customerIds, isStanding: true });
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  return new Map(
    [...byCustomer].map(([id, own]) => [id, own.map(({ kind, words }): Told => ({ kind, words }))]),
  );
}

/** Everything that was ever warned of, what has ended included. */
export async function listWarnings(ctx: TransactionContext, customerId: string): Promise<HealthWarning[]> {
  const rows = await selectWarnings(ctx, { customerIds: [customerId], isStanding: false });
  return rows.map(({ customerId: _of, ...warning }) => warning);
}
