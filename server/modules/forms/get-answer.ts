import type { FormAnswer } from '#domain/forms/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectAnswer, selectCorrections } from './answers-store.ts';

export async function getAnswer(ctx: Context, input: { id: string }): Promise<FormAnswer> {
  requirePermission(ctx, 'forms.read');
  return inTransaction(ctx, (ctx) => answerOnRecord(ctx, input.id));
}

/** The answer as it was given, with what was corrected beside it. Throws NotFound (`form answer`). */
export async function answerOnRecord(ctx: TransactionContext, id: string): Promise<FormAnswer> {
  const found = await selectAnswer(ctx, id);
  if (!found) throw new NotFound('form answer', id);
  const { clinicId, ...answer } = found;
  requireClinic(ctx, clinicId, 'form answer', id);
  return { ...answer, corrections: await selectCorrections(ctx, id) };
}
