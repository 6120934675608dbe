import { z } from 'zod';
import { line, note } from '#domain/base/text.ts';
import { areas } from '#domain/records/places.ts';
import { warningKinds } from '#domain/records/warning.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';

/**
 * What a form is for. `intake` is owed by who comes for the first time (E3), `service` is filled in at the end of a
 * treatment (D1), `post_operative` is D3.
 */
export const formKinds = ['intake', 'service', 'satisfaction', 'post_operative', 'no_deal', 'other'] as const;
export type FormKind = (typeof formKinds)[number];

export const questionKinds = ['score', 'choice', 'choices', 'text', 'map', 'photo'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What a score of 0–10 is about (D2). `overall` is the satisfaction by itself, `recommend` makes the NPS. */
export type Dimension = string;

const words = z.object({ zh: line(300).min(1), en: line(300) });
const longWords = z.object({ zh: note(1000), en: note(1000) });
const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-key' })
  .max(60);
export const formCode = key;

/** Asked only where an earlier question was answered so: within the scores, or by one of the options. */
export const Condition = z.strictObject({
  question: key,
  atLeast: z.int().min(0).max(10).nullable().default(null),
  atMost: z.int().min(0).max(10).nullable().default(null),
  anyOf: z.array(key).max(30).default([]),
});
export type Condition = z.infer<typeof Condition>;

export const Option = z.strictObject({
  key,
  name: words,
  /** Of a question that warns: whoever chooses it says that there is nothing to be warned of. */
  isHarmless: z.boolean().default(false),
  /** A sign of the body that a doctor must hear of at once. */
  isRedFlag: z.boolean().default(false),
});
export type Option = z.infer<typeof Option>;
export const Question = z.strictObject({
  key,
  kind: z.enum(questionKinds),
  title: words,
  hint: longWords.nullable().default(null),
  isRequired: z.boolean().default(false),
  /** Of a score: what it is about; null counts in no figure. */
  dimension: key.nullable().default(null),
  /** Of a score: what 0 and 10 stand for. */
  low: words.nullable().default(null),
  high: words.nullable().default(null),
  /** Of a choice. */
  options: z.array(Option).max(30).default([]),
  /** Of a map: teeth, or places of skin or body. */
  area: z.enum(areas).nullable().default(null),
  /** Of a choice or a text: what its answer warns whoever treats of; null warns of nothing. */
  warning: z.enum(warningKinds).nullable().default(null),
  showIf: Condition.nullable().default(null),
});
export type Question = z.infer<typeof Question>;

export const FormDefinition = z.strictObject({
  code: formCode,
  kind: z.enum(formKinds),
  /** What staff call it. */
  name: words,
  /** What the customer reads above it, on a telephone others may look at: it names no treatment. */
  title: words,
  /** Who reads the answers, in a sentence. */
  readBy: words,
  /** What happens next, said once it is sent. */
  thanks: words,
  /** The treatments it belongs to; none is any. */
  categories: z.array(z.enum(treatmentCategories)).max(treatmentCategories.length).default([]),
  questions: z.array(Question).min(1).max(40),
});
export type FormDefinition = z.infer<typeof FormDefinition>;

/** An answer as it is kept: a score, words or one option, several options or places or photos. */
export const AnswerValue = z.union([z.int().min(0).max(10), note(2000), z.array(line(60)).max(52)]);
export type AnswerValue = z.infer<typeof AnswerValue>;
export const AnswerValues = z.record(key, AnswerValue);
export type AnswerValues = z.infer<typeof AnswerValues>;
