import type { Urgency } from './urgency.ts';

/** A warning sign as it was read out. */
export interface HeardSign {
  zh: string;
  en: string;
  urgency: Urgency;
}

/** The answer to a question that is a warning sign, as one line. */
export function signOf(
  question: { zh: string; en: string },
  answer: { zh: string; en: string },
  urgency: Urgency,
): HeardSign {
  return { zh: `${question.zh}：${answer.zh}`, en: `${question.en}: ${answer.en}`, urgency };
}
