import { z } from 'zod';
import { line } from '#domain/base/text.ts';
import { formCode } from './form.ts';
import type { Dimension } from './form.ts';

/** What a score is about, by the name a clinic gives it. One that is no longer used stays for what was scored under it. */
export const NamedDimension = z.strictObject({
  key: formCode,
  name: z.object({ zh: line(40).min(1), en: line(60) }),
  isUsed: z.boolean().default(true),
});
export type NamedDimension = z.infer<typeof NamedDimension>;

/** The whole stands for an answer, and willingness to recommend makes the NPS: these two are always asked for by name. */
export const alwaysUsed: readonly Dimension[] = ['overall', 'recommend'];

export const dimensionsThatShip: readonly NamedDimension[] = [
  ['overall', '总体', 'Overall'],
  ['result', '效果', 'Result'],
  ['doctor', '医生', 'Doctor'],
  ['nursing', '护理', 'Nursing'],
  ['service', '前台和客服', 'Desk and service'],
  ['explanation', '讲解', 'Explanation'],
  ['comfort', '舒适', 'Comfort'],
  ['waiting', '等候', 'Waiting'],
  ['environment', '环境', 'Rooms'],
  ['price', '费用', 'Price'],
  ['recommend', '推荐意愿', 'Would recommend'],
].map(([key, zh, en]) => ({ key: key!, name: { zh: zh!, en: en! }, isUsed: true }));

/** What a clinic decides for all its forms together. */
export const FormRules = z.strictObject({
  dimensions: z
    .array(NamedDimension)
    .max(40)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: 'doubled' })
    .refine((all) => all.every(({ key, isUsed }) => isUsed || !alwaysUsed.includes(key)), {
      error: 'always-used',
    })
    .default([...dimensionsThatShip]),
});
export type FormRules = z.infer<typeof FormRules>;

export const standardFormRules: FormRules = FormRules.parse({});

/** A dimension that came with a later release stands behind those the clinic put in order. */
export function withShipped({ dimensions }: FormRules): FormRules {
  const added = dimensionsThatShip.filter((shipped) => !dimensions.some(({ key }) => key === shipped.key));
  return { dimensions: [...dimensions, ...added] };
}
