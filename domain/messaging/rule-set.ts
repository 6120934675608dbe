import { z } from 'zod';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-an-hour' });

/** No advertisement reaches a phone outside these hours, whatever a clinic sets. */
export const hardHours = { from: '08:00', to: '22:00' } as const;

const hours = z
  .strictObject({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, { error: 'ends-before-it-begins' });

/** When and how often customers are written to. */
export const MessageRules = z.strictObject({
  marketingHours: hours
    .refine(({ from, to }) => from >= hardHours.from && to <= hardHours.to, { error: 'outside-hard-hours' })
    .default({ from: '09:00', to: '20:00' }),
  /** For care and notices; what is urgent goes at any hour. */
  careHours: hours.default({ from: '08:00', to: '21:00' }),
  /** At least so many days from one offer to the next, over all channels. */
  daysBetweenMarketing: z.int().min(7).max(365).default(7),
  carePerDay: z.int().min(1).max(10).default(2),
  /** Whole fen a day and a month may cost before offers and codes wait; care goes on. Null is no limit. */
  dailyCostFen: z.int().min(0).max(100_000_000).nullable().default(20_000),
  monthlyCostFen: z.int().min(0).max(1_000_000_000).nullable().default(300_000),
});
export type MessageRules = z.output<typeof MessageRules>;

export const standardMessageRules: MessageRules = MessageRules.parse({});

/** One-time codes to one phone: a minute apart, five in an hour, ten in a day. */
export const codeLimits = [
  { minutes: 1, codes: 1 },
  { minutes: 60, codes: 5 },
  { minutes: 24 * 60, codes: 10 },
] as const;
