import type { Consultation } from '#domain/consultations/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { holdConsultation } from './hold-consultation.ts';
import { presentConsultation } from './present.ts';
import { selectConsultation } from './store.ts';
import { updateReopened } from './write-store.ts';

/** What was closed goes on, and says why; what its closing planned ends. A deposit that was booked stays booked. */
export async function reopenConsultation(
  ctx: Context,
  input: { id: string; version: number; reason: string },
): Promise<Consultation> {
  requirePermission(ctx, 'consultations.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdConsultation(ctx, input);
    if (before.state === 'open') throw new Conflict('consultation-open');
    await updateReopened(ctx, before.id);
    const after = presentConsultation(ctx, (await selectConsultation(ctx, before.id))!);
    await recordAudit(ctx, {
      action: 'consultation.reopened',
      subject: { type: 'consultation', id: before.id },
      before: presentConsultation(ctx, before),
      after,
      reason: input.reason,
    });
    await announce(ctx, {
      type: 'consultation.reopened',
      consultationId: before.id,
      customerId: before.customerId,
      closing: before.closings,
    });
    return after;
  });
}
