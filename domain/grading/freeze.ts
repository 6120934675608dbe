import type { Grade } from './rule-set.ts';

/** What is not done to somebody who is unhappy or at risk. */
export const frozenThings = ['marketing', 'birthday', 'referral-ask', 'review-ask', 'release'] as const;
export type FrozenThing = (typeof frozenThings)[number];

/** Grade D freezes all of it; so does an open case, whatever grade was set by hand, until the customer calls it settled. */
export function frozenFor(customer: { grade: Grade; hasOpenCase: boolean }): readonly FrozenThing[] {
  return customer.grade === 'D' || customer.hasOpenCase ? frozenThings : [];
}
