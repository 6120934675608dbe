import type { AnswerCase, RecoveryCase } from '#domain/recovery/contract.ts';
import { mayAnswer, mayConfirm, maySendBack, mayTry } from '#domain/recovery/recovery-case.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { holdCase, requireYes, saveAct } from './hold-case.ts';

interface OnCase {
  id: string;
  version: number;
}

/** The doctor or the department says what happened and what is done about it; customer service takes it from there. */
export async function answerCase(ctx: Context, input: AnswerCase & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  const { cause, answer } = input;
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayAnswer(at.standing, at.hand));
    if (!at.rules.causes.some((each) => each.key === cause && each.isUsed))
      throw new Invalid({ path: 'cause', code: 'not-a-cause' });
    return saveAct(
      ctx,
      at,
      { kind: 'answered', words: answer },
      {
        ...{ cause, answer, answered_by: at.hand.id },
        ...{ step: 'service', step_since: ctx.now, owner_id: null, tries: 0 },
      },
    );
  });
}

/** The answer does not answer: back to who gave it. */
export async function sendCaseBack(ctx: Context, input: { reason: string } & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(maySendBack(at.standing, at.hand));
    return saveAct(
      ctx,
      at,
      { kind: 'sent-back', words: input.reason },
      { step: 'doctor', step_since: ctx.now, owner_id: at.held.doctorId },
    );
  });
}

/** Customer service stands behind the answer and asks the customer. */
export async function confirmCase(ctx: Context, input: { words: string } & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayConfirm(at.standing, at.hand));
    return saveAct(
      ctx,
      at,
      { kind: 'confirmed', words: input.words },
      { step: 'customer', step_since: ctx.now, owner_id: at.hand.id, tries: 0 },
    );
  });
}

/** The customer was not reached. */
export async function tryCustomer(ctx: Context, input: { words: string } & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.work');
  return inTransaction(ctx, async (ctx) => {
    const at = await holdCase(ctx, input);
    requireYes(mayTry(at.standing));
    return saveAct(ctx, at, { kind: 'tried', words: input.words }, { tries: at.held.tries + 1 });
  });
}
