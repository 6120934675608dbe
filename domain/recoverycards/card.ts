import { z } from 'zod';
import { line, note } from '#domain/base/text.ts';
import { urgencies } from '#domain/redflags/urgency.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';

export const cardCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const name = z.strictObject({ zh: line(60).min(1), en: line(120).min(1) });
const text = z.strictObject({ zh: note(600).min(1), en: note(900).min(1) });

/** A day is counted from the procedure's own, which is day 0. A year is as far as a card looks. */
const day = z.int().min(0).max(366);

/** Something no agent may call normal: a doctor hears of it. */
export const Sign = z.strictObject({ key, name, urgency: z.enum(urgencies) });
export type Sign = z.infer<typeof Sign>;

/** What is asked, with answers to choose from; one of them may be a warning sign. */
export const CardQuestion = z.strictObject({
  key,
  name,
  choices: z
    .array(z.strictObject({ key, name, raises: z.enum(urgencies).optional() }))
    .min(2)
    .max(6)
    .refine(keysDiffer, { error: 'keys-repeat' }),
});
export type CardQuestion = z.infer<typeof CardQuestion>;

/** What to expect, ask and say in these days after the procedure. */
export const CardDays = z
  .strictObject({
    from: day,
    to: day,
    expected: text,
    signs: z.array(Sign).min(1).max(12).refine(keysDiffer, { error: 'keys-repeat' }),
    questions: z.array(CardQuestion).max(8).refine(keysDiffer, { error: 'keys-repeat' }),
    say: text,
    neverSay: text,
  })
  .refine(({ from, to }) => from <= to, { error: 'days-run-backwards', path: ['to'] });
export type CardDays = z.infer<typeof CardDays>;

/** What a card is for: treatments of these kinds, or those of them whose name holds one of the words. */
const Procedure = z.strictObject({
  categories: z.array(z.enum(treatmentCategories)).min(1),
  words: z.array(line(40).min(1)).max(30),
});

/** How a procedure heals, by its days (恢复卡). */
export const RecoveryCard = z.strictObject({
  code: cardCode,
  name,
  procedure: Procedure,
  days: z.array(CardDays).min(1).max(12).refine(daysFollow, { error: 'days-overlap' }),
});
export type RecoveryCard = z.infer<typeof RecoveryCard>;

export function daysOf({ days }: Pick<RecoveryCard, 'days'>, onDay: number): CardDays | undefined {
  return days.find(({ from, to }) => from <= onDay && onDay <= to);
}

function keysDiffer(items: readonly { key: string }[]): boolean {
  return new Set(items.map((item) => item.key)).size === items.length;
}

function daysFollow(days: readonly { from: number; to: number }[]): boolean {
  return days.every(({ from }, at) => at === 0 || days[at - 1]!.to < from);
}
