import { z } from 'zod';
import { line, note } from '#domain/base/text.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { urgencies } from '#domain/redflags/urgency.ts';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';

/** The eight phases of a call (C8), in their order; the first is done before dialling, the last after hanging up. */
export const phases = [
  'prepare',
  'greet',
  'introduce_self',
  'introduce_colleague',
  'reason',
  'matter',
  'appointment',
  'message',
] as const;
export type Phase = (typeof phases)[number];

/** Where a passage leads that is the last of its branch. */
export const theEnd = 'end';

export const scriptCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const passageKey = key.refine((text) => text !== theEnd, { error: 'reserved' });
const age = z.int().min(0).max(130);
const name = z.strictObject({ zh: line(40), en: line(80) });

/** Whom a passage is for: all that is said here holds. What is not known of a customer holds for nobody. */
export const Condition = z.strictObject({
  genders: z
    .array(z.enum(['female', 'male']))
    .min(1)
    .optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  /** Under 18: the guardian is spoken to. */
  isMinor: z.boolean().optional(),
  /** The kind of the last visit. */
  visitKind: z.enum(visitKinds).optional(),
  grades: z.array(gradeShape).min(1).optional(),
  /** Of the last visit; one of them is enough. */
  treatmentCategories: z.array(z.enum(treatmentCategories)).min(1).optional(),
  hasAppointment: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

/** What the customer may answer, and the passage it leads to; without one, where its passage leads. */
export const Choice = z.strictObject({
  key,
  name,
  then: passageKey.optional(),
  /** A warning sign: a doctor has to hear of it, this soon. */
  raises: z.enum(urgencies).optional(),
});
export type Choice = z.infer<typeof Choice>;

export const Passage = z.strictObject({
  key: passageKey,
  phase: z.enum(phases),
  text: z.strictObject({ zh: note(1000), en: note(1000) }),
  /** Left out for everybody else; then the call goes on where the passage would have led. */
  onlyFor: Condition.optional(),
  /** What is heard, under the name it is recorded by. Eight answers have a key each on the keyboard. */
  question: z.strictObject({ name, choices: z.array(Choice).max(8).refine(keysDiffer) }).optional(),
  /** The passage after it; without one, the next in the list. */
  then: key.optional(),
});
export type Passage = z.infer<typeof Passage>;

export const ScriptDefinition = z.strictObject({
  code: scriptCode,
  name,
  /** Speaks of health: said only once a doctor has approved it. */
  isClinical: z.boolean(),
  passages: z.array(Passage).min(1).max(60).refine(keysDiffer, { error: 'passage-keys-repeat' }),
});
export type ScriptDefinition = z.infer<typeof ScriptDefinition>;

/** What the customer answered to a question, by the keys of the script. */
export const Answer = z.strictObject({ passage: passageKey, choice: key });
export type Answer = z.infer<typeof Answer>;

const words = z.object({ zh: z.string(), en: z.string() });
/** The same in the words of that day: the script may read otherwise tomorrow. */
export const HeardAnswer = z.object({ question: words, answer: words });
export type HeardAnswer = z.infer<typeof HeardAnswer>;

function keysDiffer(items: readonly { key: string }[]): boolean {
  return new Set(items.map((item) => item.key)).size === items.length;
}
