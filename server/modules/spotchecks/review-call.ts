import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { ReviewCall, ReviewedCall } from '#domain/spotchecks/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { findSigns } from './find-signs.ts';
import { selectAnswers, writeReview } from './store.ts';

/**
 * A person judges a record: the signs only said where to look. Nobody judges their own. Throws Conflict `own-record`,
 * or `reviewed-meanwhile` when somebody else has decided since it was read.
 */
export async function reviewCall(
  ctx: Context,
  input: z.infer<typeof ReviewCall> & { id: string },
): Promise<z.infer<typeof ReviewedCall>> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const clinicIds = clinicsAsked({ ...ctx, clinicId: null });
    const [call] = await selectAnswers(ctx, { callId: input.id, clinicIds });
    if (!call) throw new NotFound('call', input.id);
    if (ctx.actor.kind === 'staff' && ctx.actor.id === call.staffId) throw new Conflict('own-record');
    const day = dayAt(call.at, call.zone);
    const { verdict, note, version } = input;
    const signs = (await findSigns(ctx, day)).get(call.callId) ?? [];
    if (!(await writeReview(ctx, call, { day, signs, verdict, note, version })))
      throw new Conflict('reviewed-meanwhile');
    await recordAudit(ctx, {
      action: 'call.reviewed',
      subject: { type: 'call', id: input.id },
      ...(note !== null && { reason: note }),
    });
    return { callId: input.id, verdict, version: version + 1 };
  });
}
