import type { Instant } from '#domain/base/time.ts';
import type { Reception } from '#domain/reception/contract.ts';
import { mayHaveMoved, mayMove, timeOf } from '#domain/reception/stage.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { holdVisit } from '../visits/hold-visit.ts';
import { holdReception, requireReception } from './hold-reception.ts';
import { noteChange } from './note-change.ts';
import { insertMove, markUndone, selectLastMove, updateStage } from './store.ts';

interface MoveStageInput {
  visitId: string;
  to: VisitStage;
  reason?: string | null;
  /** Of who has looked at the board; a verb that holds the visit itself may leave it out. */
  version?: number | undefined;
  /** When they went on, of a step that is entered later; else they do it now. */
  at?: Instant | undefined;
}

/**
 * The customer goes on through the house. Throws Conflict `stage-does-not-follow`, `reason-missing` where somebody
 * leaves without the checkout, `visit-closed`, `stale-version`; of a step entered later `before-the-stage`.
 */
export async function moveStage(ctx: Context, input: MoveStageInput): Promise<Reception> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdReception(ctx, input);
    if (input.to !== 'gone') await requireOpen(ctx, before.visitId);
    const reason = input.reason ?? null;
    const decision = mayMove(before.stage, input.to, reason);
    if (!decision.allowed) throw new Conflict(decision.reason);
    if (input.at !== undefined) {
      const entered = mayHaveMoved(input.at, before[timeOf[before.stage]] ?? before.arrivedAt, ctx.now);
      if (!entered.allowed) throw new Conflict(entered.reason);
    }
    return step(ctx, before, input.to, reason, input.at);
  });
}

/** The last step was a slip: where they were, since when they were. Throws Conflict `nothing-to-undo`, and `visit-closed`. */
export async function undoMove(
  ctx: Context,
  input: { visitId: string; version: number },
): Promise<Reception> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdReception(ctx, input);
    await requireOpen(ctx, before.visitId);
    const last = await selectLastMove(ctx, before.visitId);
    if (!last) throw new Conflict('nothing-to-undo');
    await markUndone(ctx, last.id);
    await updateStage(ctx, before.visitId, {
      ...{ stage: last.from, of: last.to, enteredAt: last.enteredBefore },
      goneReason: null,
    });
    return told(ctx, 'visit.move-undone', before);
  });
}

/** The step itself, for who has asked whether it may be taken. */
export async function step(
  ctx: TransactionContext,
  before: Reception,
  to: VisitStage,
  reason: string | null,
  at: Instant = ctx.now,
): Promise<Reception> {
  const enteredBefore = before[timeOf[to]];
  await insertMove(ctx, before.visitId, { from: before.stage, to, enteredBefore });
  await updateStage(ctx, before.visitId, {
    ...{ stage: to, of: to, enteredAt: at },
    goneReason: to === 'gone' ? reason : null,
  });
  return told(ctx, 'visit.moved', before);
}

async function told(ctx: TransactionContext, action: string, before: Reception): Promise<Reception> {
  const after = await requireReception(ctx, before.visitId);
  await recordAudit(ctx, { action, subject: { type: 'visit', id: before.visitId }, before, after });
  await announce(ctx, {
    type: 'visit.stage-changed',
    visitId: before.visitId,
    customerId: before.customerId,
    from: before.stage,
    to: after.stage,
    at: ctx.now,
  });
  await noteChange(ctx, { clinicId: before.clinicId, day: before.day, subjectId: before.visitId });
  return after;
}

async function requireOpen(ctx: TransactionContext, visitId: string): Promise<void> {
  if ((await holdVisit(ctx, visitId)).state === 'closed') throw new Conflict('visit-closed');
}
