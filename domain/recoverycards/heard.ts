import { z } from 'zod';
import { signOf } from '#domain/redflags/sign.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import type { Urgency } from '#domain/redflags/urgency.ts';
import type { CardDays } from './card.ts';
import type { Finding } from './finding.ts';

const key = z.string().max(60);

/** What the customer answered, by the keys of the card; `signs` is null where nobody asked about them. */
export const CardAnswers = z.strictObject({
  signs: z.array(key).max(12).nullable(),
  answers: z.array(z.strictObject({ question: key, choice: key })).max(8),
});
export type CardAnswers = z.infer<typeof CardAnswers>;

/** What was answered by a card, as far as it is typed. */
export interface TypedCard extends CardAnswers {
  finding: Finding | null;
}

const words = z.object({ zh: z.string(), en: z.string() });

/** The same in the words of that day: the card may read otherwise tomorrow. */
export const HeardRecovery = z.object({
  signs: z.array(words).nullable(),
  answers: z.array(z.object({ question: words, answer: words })),
});
export type HeardRecovery = z.infer<typeof HeardRecovery>;

/** The answers in words, with the warning signs among them; null where the card has no such sign, question or answer. */
export function heardInWords(
  days: Pick<CardDays, 'signs' | 'questions'>,
  { signs, answers }: CardAnswers,
): { heard: HeardRecovery; flags: HeardSign[] } | null {
  const named = signs?.map((wanted) => days.signs.find(({ key }) => key === wanted)) ?? [];
  const given = answers.map(({ question, choice }) => {
    const asked = days.questions.find(({ key }) => key === question);
    const answer = asked?.choices.find(({ key }) => key === choice);
    return asked && answer ? { question: asked.name, answer: answer.name, raises: answer.raises } : undefined;
  });
  const isDoubled =
    new Set(signs).size < (signs?.length ?? 0) ||
    new Set(answers.map(({ question }) => question)).size < answers.length;
  if (isDoubled || named.includes(undefined) || given.includes(undefined)) return null;
  const [known, told] = [named as CardDays['signs'], given as Given[]];
  return {
    heard: {
      signs: signs === null ? null : known.map(({ name }) => name),
      answers: told.map(({ question, answer }) => ({ question, answer })),
    },
    flags: [
      ...known.map(({ name, urgency }) => ({ ...name, urgency })),
      ...told.flatMap(({ question, answer, raises }) => (raises ? [signOf(question, answer, raises)] : [])),
    ],
  };
}

interface Given {
  question: { zh: string; en: string };
  answer: { zh: string; en: string };
  raises: Urgency | undefined;
}
