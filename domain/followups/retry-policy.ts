import { z } from 'zod';
import { retryChannels } from './ways-to-try.ts';

/** After one more silence: when and how it is tried again, and whether the customer is told meanwhile that somebody tried. */
const RetryRung = z.strictObject({
  /** Hours are counted within the day; days lead to another time of the day. */
  wait: z.enum(['hours', 'days']),
  count: z.int().min(1).max(30),
  message: z.boolean(),
  /** Where it leads to the customer, and they have not objected; else by telephone. */
  channel: z.enum(retryChannels).default('phone'),
});
export type RetryRung = z.infer<typeof RetryRung>;

/** How an unanswered call goes round before the supervisor looks at it (C5): after the last rung it stands there. */
export const RetryPolicy = z
  .strictObject({
    rungs: z.array(RetryRung).min(1).max(10),
    /** Calls are made from `fromHour` until before `toHour`, by the clinic's clock. */
    fromHour: z.int().min(0).max(22),
    toHour: z.int().min(1).max(23),
  })
  .refine(({ fromHour, toHour }) => fromHour + 2 <= toHour, {
    error: 'closes-before-it-opens',
    path: ['toHour'],
  });
export type RetryPolicy = z.infer<typeof RetryPolicy>;

export const RetryPolicyView = z.object({
  /** 0: as shipped. */
  version: z.int(),
  policy: RetryPolicy,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type RetryPolicyView = z.infer<typeof RetryPolicyView>;
export const PublishRetryPolicy = z.strictObject({ policy: RetryPolicy });
