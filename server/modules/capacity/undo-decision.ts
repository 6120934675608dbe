import type { z } from 'zod';
import type { Decisions, UndoneDecision } from '#domain/capacity/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { takeBackChanges } from '../followups/change-followups.ts';
import { readGround } from './read-ground.ts';
import { findPerson, requirePerson } from './show-capacity.ts';
import { lockDecision, markDecisionUndone, selectDecisions } from './store.ts';

const shown = 50;

/** The latest decisions about the days of people one sees. */
export async function listDecisions(ctx: Context): Promise<z.infer<typeof Decisions>> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const ground = await readGround(ctx);
    const all = await selectDecisions(ctx, { limit: shown });
    return { items: all.filter(({ staffId }) => findPerson(ctx, ground, staffId) !== null) };
  });
}

/** Takes a decision back for all its followups that nobody did anything with since. Throws Conflict `already-undone`. */
export async function undoDecision(
  ctx: Context,
  input: { id: string },
): Promise<z.infer<typeof UndoneDecision>> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const decision = await lockDecision(ctx, input.id);
    if (!decision) throw new NotFound('capacity-decision', input.id);
    requirePerson(ctx, await readGround(ctx), decision.staffId);
    if (decision.undoneAt !== null) throw new Conflict('already-undone');
    const { undone, kept } = await takeBackChanges(ctx, input.id);
    await markDecisionUndone(ctx, input.id);
    await recordAudit(ctx, {
      action: 'capacity.undone',
      subject: { type: 'capacity-decision', id: input.id },
      reason: `${undone}`,
    });
    const [now] = await selectDecisions(ctx, { id: input.id, limit: 1 });
    return { decision: now!, undone, kept };
  });
}
