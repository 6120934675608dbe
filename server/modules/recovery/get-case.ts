import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectCase } from './store.ts';
import { viewCase } from './view-case.ts';

export async function getCase(ctx: Context, input: { id: string }): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.read');
  return inTransaction(ctx, async (ctx) => {
    const stored = await selectCase(ctx, input.id);
    if (!stored) throw new NotFound('case', input.id);
    requireClinic(ctx, stored.clinicId, 'case', input.id);
    return viewCase(ctx, stored);
  });
}
