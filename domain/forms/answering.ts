import type {
  AnswerValue,
  AnswerValues,
  Condition,
  Dimension,
  FormDefinition,
  Option,
  Question,
} from './form.ts';

// Also what the customer's page runs on: no shapes, only values.

/** The questions that are asked after these answers, in order. */
export function askedQuestions(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
): Question[] {
  const asked = new Map<string, Question>();
  for (const question of definition.questions) {
    const { showIf } = question;
    if (showIf && !(asked.has(showIf.question) && holds(showIf, values[showIf.question]))) continue;
    asked.set(question.key, question);
  }
  return [...asked.values()];
}

function holds(condition: Condition, value: AnswerValue | undefined): boolean {
  if (isEmpty(value)) return false;
  if (typeof value === 'number') {
    return value >= (condition.atLeast ?? 0) && value <= (condition.atMost ?? 10);
  }
  const chosen = Array.isArray(value) ? value : [value];
  return condition.anyOf.length === 0 || condition.anyOf.some((option) => chosen.includes(option));
}

export function isEmpty(value: AnswerValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export interface AnswerFlaw {
  path: string;
  code: 'missing' | 'not-an-answer';
}

/** What is wrong with the answers; none, and they may be kept. `isPlace` tells a place of a map. */
export function flawsOfAnswers(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
  isPlace: (area: NonNullable<Question['area']>, place: string) => boolean,
): AnswerFlaw[] {
  return askedQuestions(definition, values).flatMap((question): AnswerFlaw[] => {
    const value = values[question.key];
    const path = `values.${question.key}`;
    if (isEmpty(value)) return question.isRequired ? [{ path, code: 'missing' }] : [];
    return fits(question, value!, isPlace) ? [] : [{ path, code: 'not-an-answer' }];
  });
}

function fits(
  question: Question,
  value: AnswerValue,
  isPlace: (area: NonNullable<Question['area']>, place: string) => boolean,
): boolean {
  const isOption = (key: string) => question.options.some((option) => option.key === key);
  switch (question.kind) {
    case 'score':
      return typeof value === 'number';
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return typeof value === 'string' && isOption(value);
    case 'choices':
      return Array.isArray(value) && value.every(isOption) && new Set(value).size === value.length;
    case 'map':
      return Array.isArray(value) && value.every((place) => isPlace(question.area!, place));
    case 'photo':
      return Array.isArray(value) && value.length <= photosAtMost;
  }
}

/** What a colleague can ask: nobody takes a photo of themselves for a voice on the telephone. */
export function withoutPhotos<F extends Pick<FormDefinition, 'questions'>>(definition: F): F {
  return { ...definition, questions: definition.questions.filter(({ kind }) => kind !== 'photo') };
}

export const photosAtMost = 4;

/** The answers to what was asked; what a branch left behind when an answer was changed is dropped. */
export function keptAnswers(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
): AnswerValues {
  const kept: AnswerValues = {};
  for (const { key } of askedQuestions(definition, values)) {
    if (!isEmpty(values[key])) kept[key] = values[key]!;
  }
  return kept;
}

/** The scores by what they are about. */
export function scoresIn(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
): { dimension: Dimension; score: number }[] {
  return askedQuestions(definition, values).flatMap(({ key, dimension }) => {
    const score = values[key];
    return dimension !== null && typeof score === 'number' ? [{ dimension, score }] : [];
  });
}

/** The red flags that were named. */
export function redFlagsIn(definition: Pick<FormDefinition, 'questions'>, values: AnswerValues): Option[] {
  return askedQuestions(definition, values).flatMap(({ key, options }) => {
    const given = values[key];
    const chosen = Array.isArray(given) ? given : [given];
    return options.filter((option) => option.isRedFlag && chosen.includes(option.key));
  });
}

/** What was chosen where a low score led to asking more, in the clinic's own language: each question with its answer. */
export function chosenAfterLowScore(
  definition: Pick<FormDefinition, 'questions'>,
  values: AnswerValues,
): string[] {
  return askedQuestions(definition, values).flatMap(({ key, kind, title, options, showIf }) => {
    if (showIf === null || showIf.atMost === null || (kind !== 'choice' && kind !== 'choices')) return [];
    const given = values[key] ?? [];
    const chosen = options.filter((option) => (Array.isArray(given) ? given : [given]).includes(option.key));
    return chosen.length === 0 ? [] : [`${title.zh} ${chosen.map(({ name }) => name.zh).join('、')}`];
  });
}

/** The satisfaction an answer stands for: what was said overall; without that, of the result. */
export function overallScore(scores: readonly { dimension: Dimension; score: number }[]): number | null {
  const of = (wanted: Dimension) => scores.find(({ dimension }) => dimension === wanted)?.score;
  return of('overall') ?? of('result') ?? null;
}
