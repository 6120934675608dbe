import { z } from 'zod';
import { line } from '#domain/base/text.ts';
import { offerKinds } from './answers.ts';

const once = (all: readonly string[]) => new Set(all).size === all.length;

/** What a clinic's desk picks from at checkout; each is a default that the clinic can change. */
export const CheckoutRules = z.strictObject({
  noNextReasons: z
    .array(line(60).min(1))
    .min(1)
    .max(30)
    .refine(once, { error: 'repeats' })
    .default([
      '治疗已全部完成',
      '时间定不下来',
      '要和家人商量',
      '费用有顾虑',
      '等检查或化验结果',
      '转外院治疗',
      '对这次不满意',
      '其他',
    ]),
  offers: z
    .array(z.strictObject({ kind: z.enum(offerKinds), name: line(60).min(1) }))
    .max(40)
    .refine((all) => once(all.map(({ name }) => name)), { error: 'repeats' })
    .default([
      { kind: 'membership', name: '会员卡' },
      { kind: 'membership', name: '家庭会员卡' },
      { kind: 'product', name: '电动牙刷' },
      { kind: 'product', name: '冲牙器' },
      { kind: 'product', name: '护理套装' },
    ]),
  /** C7: how long the time is that a customer agrees to be called in. */
  agreedMinutes: z.int().min(15).max(480).default(60),
  /** The form whose link is shown at the desk. */
  ratingForm: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('satisfaction'),
});
export type CheckoutRules = z.infer<typeof CheckoutRules>;

export const standardCheckoutRules: CheckoutRules = CheckoutRules.parse({});
