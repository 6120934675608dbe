import { flawsOfAnswers, isEmpty } from '#domain/forms/answering.ts';
import type { FormAnswer } from '#domain/forms/contract.ts';
import type { AnswerValue } from '#domain/forms/form.ts';
import { warningOf } from '#domain/forms/warnings.ts';
import { isPlaceOf } from '#domain/records/places.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { replaceWarnings } from '../records/keep-warnings.ts';
import { insertCorrection } from './answers-store.ts';
import { answerOnRecord } from './get-answer.ts';
import { withoutPapersIn } from './keep-answer.ts';

/**
 * Adds beside an answer what is known better, with its reason; the answer and every figure stay as they were given, and
 * whoever treats is warned by what is known now. A score is the customer's own word and is never corrected: Conflict `score-stays`.
 */
export async function correctAnswer(
  ctx: Context,
  input: { id: string; question: string; value: AnswerValue; reason: string },
): Promise<FormAnswer> {
  requirePermission(ctx, 'forms.ask');
  return inTransaction(ctx, async (ctx) => {
    const { definition, customer } = await answerOnRecord(ctx, input.id);
    const question = definition.questions.find(({ key }) => key === input.question);
    if (!question) throw new Invalid({ path: 'question', code: 'unknown' });
    if (question.kind === 'score' || question.kind === 'photo') throw new Conflict('score-stays');
    const alone = { questions: [{ ...question, showIf: null }] };
    const isWrong = flawsOfAnswers(alone, { [question.key]: input.value }, isPlaceOf).length > 0;
    if (isWrong || isEmpty(input.value)) throw new Invalid({ path: 'value', code: 'not-an-answer' });
    const value = withoutPapersIn(input.value);
    await insertCorrection(ctx, { ...input, value, id: newId(), answerId: input.id });
    const told = warningOf(question, value);
    const of = { customerId: customer.id, answerId: input.id, question: question.key };
    if (question.warning !== null) await replaceWarnings(ctx, { ...of, told, reason: input.reason });
    await recordAudit(ctx, {
      action: 'form.corrected',
      subject: { type: 'customer', id: customer.id },
      reason: input.reason,
    });
    return answerOnRecord(ctx, input.id);
  });
}
