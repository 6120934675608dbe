import type { FormAnswer } from '#domain/forms/contract.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { answerOnRecord } from './get-answer.ts';
import { keepAnswer } from './keep-answer.ts';
import { selectRequest } from './requests-store.ts';

/** Writes down what a customer answered to a colleague. */
export async function answerForm(
  ctx: Context,
  input: { id: string; values: AnswerValues; sendId: string },
): Promise<FormAnswer> {
  requirePermission(ctx, 'forms.ask');
  return inTransaction(ctx, async (ctx) => {
    const request = await selectRequest(ctx, input.id, { hold: true });
    if (!request) throw new NotFound('form request', input.id);
    await requireCustomer(ctx, request.customerId);
    const { id } = await keepAnswer(ctx, request, { ...input, source: 'staff' });
    return answerOnRecord(ctx, id);
  });
}
