import { keptAnswers, overallScore, scoresIn } from '#domain/forms/answering.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { holdFormInForce } from './find-form.ts';
import { insertPastRequests } from './history-store.ts';
import type { PastAnswer, PastRequest } from './history-store.ts';

/** A form that was sent or handed over earlier; `answer` is null where nobody answered. */
export type PastForm = Omit<PastRequest, 'formVersionId' | 'answer'> & {
  code: string;
  answer: (Pick<PastAnswer, 'id' | 'sendId' | 'at'> & { values: AnswerValues }) | null;
};

/** Adds what customers answered earlier, for a demo that writes its own audit row of the whole; nobody hears of it now. */
export async function addFormHistory(ctx: TransactionContext, forms: readonly PastForm[]): Promise<void> {
  for (const [code, of] of Map.groupBy(forms, (form) => form.code)) {
    const { id: formVersionId, definition } = await holdFormInForce(ctx, code);
    await insertPastRequests(
      ctx,
      of.map(({ code: _code, answer, ...request }) => {
        const values = answer && keptAnswers(definition, answer.values);
        const scores = values ? scoresIn(definition, values) : [];
        return {
          ...request,
          formVersionId,
          answer: answer && values && { ...answer, values, scores, score: overallScore(scores) },
        };
      }),
    );
  }
}
