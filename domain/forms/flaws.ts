import { treatmentsIn } from '#domain/customers/discreet.ts';
import type { NamedDimension } from './dimension.ts';
import type { FormDefinition, Question } from './form.ts';

export const formFlaws = [
  'key-twice',
  'dimension-twice',
  'dimension-unknown',
  'no-options',
  'option-twice',
  'no-area',
  'condition-leads-nowhere',
  'condition-is-empty',
  'names-a-treatment',
  'asks-too-much',
] as const;
export type FormFlaw = (typeof formFlaws)[number];

export interface FoundFlaw {
  /** The question, or null where it is in what stands above them. */
  question: string | null;
  flaw: FormFlaw;
}

/** Why a form cannot be published as it is, by the dimensions the clinic has. */
export function flawsOfForm(
  definition: FormDefinition,
  dimensions: readonly Pick<NamedDimension, 'key'>[],
): FoundFlaw[] {
  const { questions, title, thanks, readBy } = definition;
  const isUnknown = ({ dimension }: Question) =>
    dimension !== null && !dimensions.some(({ key }) => key === dimension);
  return [
    ...([title, thanks, readBy].some(({ zh, en }) => namesTreatment(`${zh} ${en}`))
      ? [{ question: null, flaw: 'names-a-treatment' as const }]
      : []),
    ...questions.flatMap((question, index) =>
      [
        ...flawsOfQuestion(question, questions.slice(0, index)),
        ...(isUnknown(question) ? ['dimension-unknown' as const] : []),
      ].map((flaw) => ({ question: question.key, flaw })),
    ),
  ];
}

function flawsOfQuestion(question: Question, before: readonly Question[]): FormFlaw[] {
  const { key, kind, dimension, options, area, showIf, title } = question;
  const found: FormFlaw[] = [];
  if (before.some((other) => other.key === key)) found.push('key-twice');
  if (dimension !== null && before.some((other) => other.dimension === dimension))
    found.push('dimension-twice');
  if (['choice', 'choices'].includes(kind)) {
    if (options.length < 2) found.push('no-options');
    if (new Set(options.map((option) => option.key)).size < options.length) found.push('option-twice');
  }
  if (kind === 'map' && area === null) found.push('no-area');
  if (showIf) {
    const asked = before.find((other) => other.key === showIf.question);
    if (!asked || !mayDecide(asked, showIf.anyOf)) found.push('condition-leads-nowhere');
    else if (asked.kind === 'score' && showIf.atLeast === null && showIf.atMost === null)
      found.push('condition-is-empty');
  }
  const said = [title.zh, title.en, ...options.flatMap(({ name }) => [name.zh, name.en])].join(' ');
  if (namesTreatment(said)) found.push('names-a-treatment');
  if (asksTooMuch(said)) found.push('asks-too-much');
  return found;
}

function mayDecide(asked: Question, anyOf: readonly string[]): boolean {
  return anyOf.every((wanted) => asked.options.some((option) => option.key === wanted));
}

/** On a telephone that others may look at, nobody learns what was done: not even by words that say little in a message. */
const alsoTelling = /洗牙|填充|注射/u;

function namesTreatment(text: string): boolean {
  return alsoTelling.test(text) || treatmentsIn(text).length > 0;
}

/** What no clinic needs from a form: papers, accounts, belief. */
const tooMuch =
  /身份证|护照号|银行卡|卡号|密码|验证码|宗教|信仰|政治|passport number|bank card|card number|password|religion/iu;

function asksTooMuch(text: string): boolean {
  return tooMuch.test(text);
}
