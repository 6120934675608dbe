import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { insertCorrection } from './corrections-store.ts';
import { handOf } from './hold-case.ts';
import { selectSign } from './signs-store.ts';
import { lockCase, selectCase } from './store.ts';
import { viewCase } from './view-case.ts';
import { withdrawFrom } from './withdraw-signs.ts';

/**
 * A person says that what was taken for a complaint is none: it is no sign any more, and the like is not flagged again.
 * Throws Conflict `no-reading` where the sign was not read out of words, or was taken back already, `about-you`
 * where it is about who says so.
 */
export async function correctSign(ctx: Context, input: { id: string }): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.supervise');
  const hand = handOf(ctx);
  return inTransaction(ctx, async (ctx) => {
    const known = await selectSign(ctx, input.id);
    const held = known && (await lockCase(ctx, known.caseId));
    // Read again once the case is held: somebody may have said so meanwhile.
    const sign = held && (await selectSign(ctx, input.id));
    if (!sign) throw new NotFound('sign', input.id);
    requireClinic(ctx, held.clinicId, 'sign', input.id);
    if (sign.kind !== 'complaint' || sign.withdrawnAt !== null || sign.words === null)
      throw new Conflict('no-reading');
    if (held.aboutIds.includes(hand.id)) throw new Conflict('about-you');
    await insertCorrection(ctx, {
      ...{ id: newId(), signId: sign.id, customerId: held.customerId, text: sign.words, isComplaint: false },
    });
    await recordAudit(ctx, { action: 'complaint.corrected', subject: { type: 'case', id: held.id } });
    await withdrawFrom(ctx, held, [sign.id]);
    return viewCase(ctx, (await selectCase(ctx, held.id))!);
  });
}
