import type { TransactionContext } from '#server/platform/context.ts';
import { selectVisitOf } from './forms-store.ts';

/**
 * The visit a customer's followup goes back to, null where it goes back to none; undefined where it is no followup of
 * theirs. For a verb that has asked for its own permission.
 */
export async function findVisitOf(
  ctx: TransactionContext,
  { followupId, customerId }: { followupId: string; customerId: string },
): Promise<string | null | undefined> {
  const found = await selectVisitOf(ctx, followupId);
  return found?.customerId === customerId ? found.visitId : undefined;
}
