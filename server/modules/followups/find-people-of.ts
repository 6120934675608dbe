import type { TransactionContext } from '#server/platform/context.ts';
import { selectCustomersForPlanning } from './planning-store.ts';

/** Who owns these customers, and who is their doctor. */
export async function findPeopleOf(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, { ownerId: string | null; doctorId: string | null }>> {
  const customers = await selectCustomersForPlanning(ctx, customerIds);
  return new Map(
    [...customers].map(([id, { ownerIds }]) => [
      id,
      { ownerId: ownerIds[0] ?? null, doctorId: ownerIds[2] ?? null },
    ]),
  );
}
