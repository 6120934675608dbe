import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectPhoneChanges } from './changes-store.ts';
import { selectWithoutPhone } from './people-store.ts';

/** Customers still here who have no number of their own, at most so many. */
export function findWithoutPhone(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  limit: number,
): Promise<string[]> {
  return selectWithoutPhone(ctx, clinicIds, limit);
}

/** When each of these customers was last given another number; those who never were are missing. */
export async function findPhoneChanges(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, Instant>> {
  const rows = await selectPhoneChanges(ctx, customerIds);
  return new Map(rows.map(({ customerId, at }) => [customerId, at]));
}
