import type { DecideEnd, RecoveryCase, TakeWord } from '#domain/recovery/contract.ts';
import { formalDueAnew } from '#domain/recovery/deadline.ts';
import { mayAskForEnd, mayDecideEnd, mayReopen, mayTakeWord } from '#domain/recovery/recovery-case.ts';
import type { Closing } from '#domain/recovery/recovery-case.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { endRepairCalls } from '../followups/end-repair-calls.ts';
import { holdCase, requireYes, saveAct } from './hold-case.ts';
import type { HeldCase } from './hold-case.ts';
import { announceCase } from './note-sign.ts';
import { selectSigns } from './signs-store.ts';

interface OnCase {
  id: string;
  version: number;
}

/** What the customer says to it now, with the second score: it is closed, or goes to the doctor again. */
export async function takeWord(ctx: Context, input: TakeWord & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  const { isSettled, score, words } = input;
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayTakeWord(at.standing, at.hand, { isSettled, score }, at.rules));
    const act = { kind: 'word', words, score, isSettled } as const;
    if (isSettled) {
      await endWhatItAskedFor(ctx, at);
      return saveAct(ctx, at, act, { ...closed(ctx, at, 'customer-word'), second_score: score });
    }
    return saveAct(ctx, at, act, {
      ...{ step: 'doctor', step_since: ctx.now, owner_id: at.held.doctorId, tries: 0 },
      ...{ second_score: score, end_asked_by: null, end_reason: null },
    });
  });
}

/** Nobody reaches the customer: somebody asks to end it without their word. */
export async function askForEnd(ctx: Context, input: { reason: string } & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayAskForEnd(at.standing, at.hand, at.rules));
    return saveAct(
      ctx,
      at,
      { kind: 'end-asked', words: input.reason },
      { end_asked_by: at.hand.id, end_reason: input.reason },
    );
  });
}

/** Another person agrees, and the case counts as ended without the customer's word; or it goes on. */
export async function decideEnd(ctx: Context, input: DecideEnd & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.supervise');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayDecideEnd(at.standing, at.hand));
    if (!input.isAgreed)
      return saveAct(
        ctx,
        at,
        { kind: 'end-declined', words: input.reason },
        { end_asked_by: null, end_reason: null, tries: 0 },
      );
    await endWhatItAskedFor(ctx, at);
    return saveAct(ctx, at, { kind: 'closed', words: input.reason }, closed(ctx, at, 'without-word'));
  });
}

/** It was not settled after all: the way begins anew, with a clock of its own. */
export async function reopenCase(ctx: Context, input: { reason: string } & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayReopen(at.standing));
    const { held } = at;
    await announceCase(ctx, 'case.opened', held, ctx.now);
    return saveAct(
      ctx,
      at,
      { kind: 'reopened', words: input.reason },
      {
        ...{ state: 'open', step: 'doctor', owner_id: held.doctorId, tries: 0 },
        ...{ started_at: ctx.now, step_since: ctx.now, reopened: held.reopened + 1 },
        formal_due_at: formalDueAnew(held.formalDueAt, ctx.now),
        ...{ closed_at: null, closed_by: null, closing: null, end_asked_by: null, end_reason: null },
      },
    );
  });
}

function closed(ctx: TransactionContext, { hand }: HeldCase, closing: Closing) {
  return { state: 'closed', closed_at: ctx.now, closed_by: hand.id, closing, owner_id: null } as const;
}

async function endWhatItAskedFor(ctx: TransactionContext, { held }: HeldCase): Promise<void> {
  const calls = (await selectSigns(ctx, [held.id])).filter(({ kind }) => kind === 'low-score');
  await endRepairCalls(
    ctx,
    held.customerId,
    calls.map(({ sourceId }) => sourceId),
  );
  await announceCase(ctx, 'case.closed', held, ctx.now);
}
