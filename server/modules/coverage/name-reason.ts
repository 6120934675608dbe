import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { selectLostById, writeReason } from './store.ts';

/** Puts a reason and a name to somebody nobody will follow up. Throws Conflict `found-already` when that is settled. */
export async function nameReason(
  ctx: Context,
  input: { id: string; reason: string },
): Promise<{ id: string; reason: string }> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const lost = await selectLostById(ctx, input.id);
    if (!lost) throw new NotFound('lost-customer', input.id);
    requireClinic(ctx, lost.clinicId, 'lost-customer', input.id);
    if (!(await writeReason(ctx, input.id, input.reason))) throw new Conflict('found-already');
    await recordAudit(ctx, {
      action: 'coverage.reason-named',
      subject: { type: 'lost-customer', id: input.id },
      reason: input.reason,
    });
    return input;
  });
}
