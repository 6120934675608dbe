import type { TransactionContext } from '#server/platform/context.ts';
import { selectTreatingDoctors } from './care-store.ts';

/** Who treated in these visits, in the order of the treatments. */
export async function findTreatingDoctors(
  ctx: TransactionContext,
  visitIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await selectTreatingDoctors(ctx, visitIds);
  return new Map(rows.map(({ visitId, doctorIds }) => [visitId, doctorIds]));
}
