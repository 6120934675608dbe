import { signOf } from '#domain/redflags/sign.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import type { Answer, HeardAnswer, ScriptDefinition } from './script.ts';

/** The answers in words; null where the script has no such question or no such answer, or is asked one twice. */
export function answersInWords(
  { passages }: ScriptDefinition,
  answers: readonly Answer[],
): HeardAnswer[] | null {
  const heard = answers.map(({ passage, choice }) => {
    const question = passages.find(({ key }) => key === passage)?.question;
    const answer = question?.choices.find(({ key }) => key === choice);
    return question && answer ? { question: question.name, answer: answer.name } : null;
  });
  const asked = new Set(answers.map(({ passage }) => passage));
  if (asked.size < answers.length || heard.includes(null)) return null;
  return heard as HeardAnswer[];
}

/** The warning signs among the answers. */
export function signsIn({ passages }: ScriptDefinition, answers: readonly Answer[]): HeardSign[] {
  return answers.flatMap(({ passage, choice }) => {
    const question = passages.find(({ key }) => key === passage)?.question;
    const answer = question?.choices.find(({ key }) => key === choice);
    return question && answer?.raises ? [signOf(question.name, answer.name, answer.raises)] : [];
  });
}
