import type { FormDefinition, Question } from '#domain/forms/form.ts';

/** A form of the clinic's own, to begin with: one score that counts as the whole. */
export function blankForm(
  code: string,
  name: { zh: string; en: string },
  kind: FormDefinition['kind'],
): FormDefinition {
  return {
    code,
    kind,
    name,
    title: { zh: '请您填写', en: 'Please tell us' },
    readBy: {
      zh: '只有本机构的医护和客服会看到您的回答。',
      en: 'Only the clinic’s staff read your answers.',
    },
    thanks: { zh: '谢谢您。', en: 'Thank you.' },
    categories: [],
    questions: [blankQuestion([])],
  };
}

export function blankQuestion(others: readonly Question[]): Question {
  return {
    key: nextKey(others),
    kind: 'score',
    title: { zh: '新的问题', en: 'A new question' },
    hint: null,
    isRequired: false,
    dimension: null,
    low: null,
    high: null,
    options: [],
    area: null,
    warning: null,
    showIf: null,
  };
}

/** The same question once more; one dimension is scored once. */
export function copyOf(question: Question, others: readonly Question[]): Question {
  return { ...question, key: nextKey(others), dimension: null };
}

function nextKey(others: readonly Question[]): string {
  const numbers = others.map(({ key }) => Number(/^question-(\d+)$/.exec(key)?.[1] ?? 0));
  return `question-${Math.max(0, ...numbers) + 1}`;
}

/** A key that nothing has yet, by its English name where there is one. */
export function keyFrom(name: string, taken: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ['own'];
  const key = words.join('-').slice(0, 50).replace(/-$/, '');
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/** A question of another kind keeps its words and drops what does not belong to it. */
export function asKind(question: Question, kind: Question['kind']): Question {
  const isChoice = kind === 'choice' || kind === 'choices';
  return {
    ...question,
    kind,
    dimension: kind === 'score' ? question.dimension : null,
    low: kind === 'score' ? question.low : null,
    high: kind === 'score' ? question.high : null,
    options: isChoice
      ? question.options.length > 0
        ? question.options
        : optionsIn('是 | Yes\n否 | No', [])
      : [],
    area: kind === 'map' ? (question.area ?? 'tooth') : null,
    warning: isChoice || kind === 'text' ? question.warning : null,
  };
}

export const optionLines = ({ options }: Question): string =>
  options
    .map(({ name, isRedFlag }) => [name.zh, name.en, ...(isRedFlag ? ['!'] : [])].join(' | '))
    .join('\n');

/** Options from lines "中文 | English", with "| !" behind a red flag. One that was there by its words or its place keeps its key: answers speak of it. */
export function optionsIn(text: string, before: Question['options']): Question['options'] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const taken = new Set<string>();
  return lines.map((line, at) => {
    const [zh = '', en = '', mark] = line.split('|').map((part) => part.trim());
    const same = before.find(({ key, name }) => name.zh === zh && !taken.has(key));
    const inPlace = lines.length === before.length ? before[at] : undefined;
    const known = same ?? (inPlace && !taken.has(inPlace.key) ? inPlace : undefined);
    const key = known?.key ?? freeKey([...before.map((option) => option.key), ...taken]);
    taken.add(key);
    const isHarmless = known?.isHarmless ?? false;
    return { key, name: { zh, en }, isHarmless, isRedFlag: mark === '!' };
  });
}

function freeKey(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`option-${number}`)) number += 1;
  return `option-${number}`;
}

export function moved<T>(all: readonly T[], from: number, by: -1 | 1): T[] {
  const next = [...all];
  const [one] = next.splice(from, 1);
  next.splice(from + by, 0, one!);
  return next;
}
