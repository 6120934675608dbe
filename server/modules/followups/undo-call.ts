import type { z } from 'zod';
import { addMinutes } from '#domain/base/time.ts';
import type { RecordedCall } from '#domain/followups/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { forgetContact } from '../contacts/note-contact.ts';
import { withdrawRecovery } from '../recoverycards/record-recovery.ts';
import { withdrawRedFlag } from '../redflags/raise-red-flag.ts';
import { withdrawMessages } from '../messaging/withdraw-messages.ts';
import { undoMinutes, withoutStep } from './record-call.ts';
import { lockCall, markCallUndone } from './attempts-store.ts';
import type { StandingBefore } from './attempts-store.ts';
import { resumeContact } from './stop-contact.ts';
import { lockFollowups, selectClinicOf, selectFollowups, updateFollowup } from './store.ts';
import type { FollowupChange } from './store.ts';
import { takeBackPlansOfCall } from './take-back-plans.ts';

/**
 * Takes a slip back: the followups are what they were, the tries stay on record as undone. Only by the one who
 * recorded it, for a few minutes (`too-late`), and while nothing else happened to the followups (`changed-since`).
 */
export async function undoCall(ctx: Context, input: { id: string }): Promise<z.infer<typeof RecordedCall>> {
  requirePermission(ctx, 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const attempts = await lockCall(ctx, input.id);
    const [first] = attempts;
    if (!first || first.staffId !== ctx.actor.id) throw new NotFound('call', input.id);
    if (first.undoneAt) throw new Conflict('already-undone');
    if (addMinutes(first.at, undoMinutes) < ctx.now) throw new Conflict('too-late');
    const followups = await lockFollowups(
      ctx,
      attempts.map((attempt) => attempt.followupId),
    );
    for (const followup of followups) {
      if (followup.before.last_attempt_at !== first.at) throw new Conflict('changed-since');
      const attempt = attempts.find((each) => each.followupId === followup.id)!;
      await updateFollowup(ctx, followup.id, attempt.followupBefore as FollowupChange);
    }
    if (first.customerBefore)
      await resumeContact(ctx, first.customerId, first.customerBefore as StandingBefore, first.at);
    await markCallUndone(ctx, input.id);
    await withdrawRecovery(ctx, input.id);
    await withdrawRedFlag(ctx, input.id);
    await takeBackPlansOfCall(ctx, { callId: input.id, customerId: first.customerId });
    await withdrawMessages(ctx, { kind: 'call', id: input.id });
    const { timezone } = await selectClinicOf(ctx, followups[0]!.clinicId);
    await forgetContact(ctx, { kind: 'call', id: input.id }, timezone);
    await recordAudit(ctx, {
      action: 'call.undone',
      subject: { type: 'customer', id: first.customerId },
      reason: input.id,
    });
    await announce(ctx, { type: 'call.undone', callId: input.id, customerId: first.customerId });
    const after = await selectFollowups(ctx, { ids: followups.map((followup) => followup.id) });
    return { callId: input.id, followups: after.map(withoutStep), undoUntil: ctx.now, doctorCallsBy: null };
  });
}
