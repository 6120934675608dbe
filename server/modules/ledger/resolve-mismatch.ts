import type { Mismatch } from '#domain/ledger/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { describeMismatches } from './list-mismatches.ts';
import { markResolved, selectMismatch } from './mismatch-store.ts';

/** A person has looked at a mismatch and says what it was. Throws Conflict `resolved-already`. */
export async function resolveMismatch(ctx: Context, input: { id: string; note: string }): Promise<Mismatch> {
  requirePermission(ctx, 'ledger.review');
  return inTransaction(ctx, async (ctx) => {
    const found = await selectMismatch(ctx, input.id);
    if (!found) throw new NotFound('mismatch', input.id);
    requireClinic(ctx, found.clinicId, 'mismatch', input.id);
    if (!(await markResolved(ctx, input.id, input.note))) throw new Conflict('resolved-already');
    await recordAudit(ctx, {
      action: 'ledger.mismatch-resolved',
      subject: { type: 'mismatch', id: input.id },
      reason: input.note,
    });
    const [mismatch] = await describeMismatches(ctx, [(await selectMismatch(ctx, input.id))!]);
    return mismatch!;
  });
}
