import type { AskRemedy, DecideRemedy, RecoveryCase } from '#domain/recovery/contract.ts';
import {
  mayDecideRemedy,
  mayGiveRemedy,
  mayWithdrawRemedy,
  remedyStateAtFirst,
} from '#domain/recovery/remedy.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCase, requireYes, saveAct } from './hold-case.ts';
import type { HeldCase } from './hold-case.ts';
import { insertRemedy, selectRemedies, selectRemedy, updateRemedy } from './remedies-store.ts';
import type { StoredRemedy } from './remedies-store.ts';

/** Something that makes it good; above the clinic's limit it waits for another person. */
export async function askRemedy(
  ctx: Context,
  input: AskRemedy & { id: string; version: number },
): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  const { kind, what, costFen } = input;
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    if (at.held.state !== 'open') throw new Conflict('case-closed');
    const state = remedyStateAtFirst(costFen, at.rules);
    await insertRemedy(ctx, input.id, { id: newId(), kind, what, costFen, state, askedBy: at.hand.id });
    return saveAct(ctx, at, { kind: state === 'asked' ? 'remedy-asked' : 'remedy-agreed', words: what }, {});
  });
}

/** Another person agrees to what it costs, or does not. */
export async function decideRemedy(
  ctx: Context,
  input: DecideRemedy & { id: string },
): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.manage');
  return inTransaction(ctx, async (ctx) => {
    const { at, remedy } = await holdRemedy(ctx, input.id);
    requireYes(mayDecideRemedy(remedy, at.standing, at.hand.id));
    const state = input.isAgreed ? 'agreed' : 'declined';
    await updateRemedy(ctx, remedy.id, { state, decided_at: ctx.now, decided_by: at.hand.id });
    return saveAct(ctx, at, { kind: `remedy-${state}`, words: `${remedy.what}：${input.reason}` }, {});
  });
}

/** The customer has it. */
export async function giveRemedy(ctx: Context, input: { id: string }): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const { at, remedy } = await holdRemedy(ctx, input.id);
    requireYes(mayGiveRemedy(remedy));
    await updateRemedy(ctx, remedy.id, { state: 'given', given_at: ctx.now });
    return saveAct(ctx, at, { kind: 'remedy-given', words: remedy.what }, {});
  });
}

/** The customer does not want it, or it was a slip: nothing is owed any more. */
export async function withdrawRemedy(
  ctx: Context,
  input: { id: string; reason: string },
): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const { at, remedy } = await holdRemedy(ctx, input.id);
    requireYes(mayWithdrawRemedy(remedy, at.standing, at.hand.id));
    await updateRemedy(ctx, remedy.id, { state: 'withdrawn' });
    return saveAct(ctx, at, { kind: 'remedy-withdrawn', words: `${remedy.what}：${input.reason}` }, {});
  });
}

/** The remedy with its case, which is held first; a remedy is decided once, whatever the version the case is at. */
async function holdRemedy(
  ctx: TransactionContext,
  id: string,
): Promise<{ at: HeldCase; remedy: StoredRemedy }> {
  const known = await selectRemedy(ctx, id);
  if (!known) throw new NotFound('remedy', id);
  const at = await holdCase(ctx, { id: known.caseId });
  const remedy = (await selectRemedies(ctx, known.caseId)).find((each) => each.id === id)!;
  return { at, remedy };
}
