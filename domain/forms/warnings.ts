import type { Told } from '#domain/records/warning.ts';
import { askedQuestions } from './answering.ts';
import type { AnswerValue, AnswerValues, FormDefinition, Question } from './form.ts';

/** What an answer warns of, and the question it was given to. */
export interface ToldByAnswer extends Told {
  question: string;
}

/** What whoever treats must know of these answers: each warning question's, in the clinic's own language. */
export function warningsIn(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
): ToldByAnswer[] {
  return askedQuestions(definition, values).flatMap((question) => warningOf(question, values[question.key]));
}

/** Of one question by itself, as when its answer is corrected. */
export function warningOf(question: Question, value: AnswerValue | undefined): ToldByAnswer[] {
  if (question.warning === null || value === undefined) return [];
  const words = wordsOf(question, value);
  return words === '' ? [] : [{ kind: question.warning, question: question.key, words }];
}

/** A number, a place or a photo warns of nothing by itself. */
function wordsOf({ kind, options }: Question, value: AnswerValue): string {
  if (kind === 'text') return String(value).trim();
  if (kind !== 'choice' && kind !== 'choices') return '';
  const chosen = Array.isArray(value) ? value : [String(value)];
  return options
    .filter(({ key, isHarmless }) => chosen.includes(key) && !isHarmless)
    .map(({ name }) => name.zh)
    .join('、');
}
