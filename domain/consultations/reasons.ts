import { z } from 'zod';
import { line } from '#domain/base/text.ts';

/** Why somebody did not say yes, as the clinic words it; the key stays when the wording changes. */
export const WhyNot = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  zh: line(40).min(1),
  en: line(60).min(1),
});
export type WhyNot = z.infer<typeof WhyNot>;

/** In the order they are offered. */
export const WhyNotList = z
  .array(WhyNot)
  .min(1)
  .max(30)
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, { error: 'keys-repeat' });

/** What ships; the clinic words its own. */
export const standardWhyNot: readonly WhyNot[] = [
  { key: 'price', zh: '价格超出预算', en: 'Too expensive' },
  { key: 'comparing', zh: '还要比较几家', en: 'Comparing clinics' },
  { key: 'result', zh: '担心效果', en: 'Unsure of the result' },
  { key: 'safety', zh: '担心疼痛或风险', en: 'Afraid of pain or risk' },
  { key: 'recovery', zh: '恢复期安排不开', en: 'No time to recover' },
  { key: 'family', zh: '要和家人商量', en: 'Has to ask the family' },
  { key: 'not-suited', zh: '医生评估不适合', en: 'Not suited, says the doctor' },
  { key: 'only-asking', zh: '只是先了解一下', en: 'Only asking so far' },
  { key: 'distance', zh: '路远或时间不便', en: 'Too far, or hours that do not fit' },
];
