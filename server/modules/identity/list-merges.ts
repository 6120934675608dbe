import type { ListMerges, Merge } from '#domain/identity/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { clinicsSeen } from './list-duplicates.ts';
import { selectMerges } from './merges-store.ts';

/** Which records were made one, the last first; from here they are made two again. */
export async function listMerges(
  ctx: Context,
  input: ListMerges,
): Promise<{ items: Merge[]; total: number }> {
  requirePermission(ctx, 'identity.review');
  return inTransaction(ctx, async (ctx) => {
    const { rows, total } = await selectMerges(ctx, { ...input, visible: clinicsSeen(ctx) });
    return { items: rows, total };
  });
}
