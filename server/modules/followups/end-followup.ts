import { yes } from '#domain/base/decision.ts';
import type { Followup } from '#domain/followups/contract.ts';
import { mayHold } from '#domain/followups/hand-over.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { withoutStep } from './record-call.ts';
import { giveTo, findTaker } from './hand-over-followups.ts';
import { lockFollowups, selectFollowups, updateFollowup } from './store.ts';
import type { LockedFollowup } from './store.ts';
import { selectLastAttempt } from './attempts-store.ts';

/** A supervisor ends a followup that nobody can answer, and says why (C5). */
export async function endFollowup(ctx: Context, input: { id: string; reason: string }): Promise<Followup> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const { customerId } = await lockOpen(ctx, input.id);
    await updateFollowup(ctx, input.id, {
      state: 'ended',
      ended_at: ctx.now,
      end_reason: input.reason,
      next_try_at: null,
      next_channel: null,
    });
    await recordAudit(ctx, {
      action: 'followup.ended',
      subject: { type: 'followup', id: input.id },
      reason: input.reason,
    });
    await announce(ctx, { type: 'followup.ended', followupId: input.id, customerId });
    return reread(ctx, input.id);
  });
}

/**
 * Hands a followup to somebody, who starts afresh with it; or, with nobody named, back to its role. Throws Conflict
 * `does-not-call` or `other-clinic` where they cannot have it.
 */
export async function assignFollowup(
  ctx: Context,
  input: { id: string; staffId: string | null },
): Promise<Followup> {
  const forOneself = input.staffId !== null && input.staffId === ctx.actor.id;
  requirePermission(ctx, forOneself ? 'followups.work' : 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const followup = await lockOpen(ctx, input.id);
    const to = await findTaker(ctx, input.staffId);
    const decision = to === null ? yes : mayHold(to, followup.clinicId);
    if (!decision.allowed) throw new Conflict(decision.reason);
    await giveTo(ctx, [followup], input.staffId, null);
    await recordAudit(ctx, {
      action: 'followup.assigned',
      subject: { type: 'followup', id: input.id },
      after: { assigneeId: input.staffId },
    });
    return reread(ctx, input.id);
  });
}

async function lockOpen(ctx: TransactionContext, id: string): Promise<LockedFollowup> {
  const [followup] = await lockFollowups(ctx, [id]);
  if (!followup) throw new NotFound('followup', id);
  requireClinic(ctx, followup.clinicId, 'followup', id);
  if (followup.state !== 'open')
    throw new Conflict('already-ended', { followupId: id, last: await selectLastAttempt(ctx, id) });
  return followup;
}

async function reread(ctx: TransactionContext, id: string): Promise<Followup> {
  const [followup] = await selectFollowups(ctx, { ids: [id] });
  return withoutStep(followup!);
}
