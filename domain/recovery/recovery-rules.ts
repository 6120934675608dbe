import { z } from 'zod';
import { line } from '#domain/base/text.ts';

const hours = (most: number) => z.int().min(1).max(most);

/** What a case may go back to, as a clinic names it. A cause that is no longer used stays for what was filed under it. */
export const Cause = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: line(40).min(1),
  isUsed: z.boolean().default(true),
});
export type Cause = z.infer<typeof Cause>;

const causesThatShip: Cause[] = [
  ['pain', '疼痛肿胀超出预期'],
  ['result', '效果未达预期'],
  ['waiting', '等候时间长'],
  ['attitude', '服务态度'],
  ['explaining', '告知不清楚'],
  ['price', '价格与收费'],
  ['booking', '预约与改约'],
  ['place', '环境与设备'],
  ['other', '其他'],
].map(([key, name]) => ({ key: key!, name: name!, isUsed: true }));

/** The figures of recovery (D5, R-22), as a clinic edits them. What it leaves out is as shipped. */
export const RecoveryRules = z.strictObject({
  /** A score below this opens a case: fair and dissatisfied both do. */
  opensBelow: z.int().min(1).max(10).default(8),
  /** From the first sign to the customer's own word. */
  resolveHours: hours(720).default(48),
  /** Of these, until the doctor or the department has answered, and until customer service took it from there. */
  answerHours: hours(720).default(24),
  confirmHours: hours(720).default(12),
  /** So long before a limit breaks the next level hears of it. */
  remindHours: hours(168).default(4),
  /** A formal complaint is answered in writing within so many working days; the second where several departments are asked. */
  formalDays: z.int().min(1).max(60).default(5),
  formalDaysOfMany: z.int().min(1).max(60).default(10),
  /** The second score from which "settled" is believed; 6 is no longer dissatisfied. */
  settledFrom: z.int().min(0).max(10).default(6),
  /** Tries to reach the customer before a case may be ended without their word. */
  triesBeforeEnd: z.int().min(1).max(20).default(3),
  /** A remedy that costs more than this waits for a second person. */
  remedyLimitFen: z.int().min(0).max(100_000_000).default(50_000),
  /** The same cause again within so many weeks is a repeat: what was changed did not help. */
  repeatWeeks: z.int().min(1).max(52).default(8),
  causes: z
    .array(Cause)
    .min(1)
    .max(40)
    .refine((causes) => new Set(causes.map(({ key }) => key)).size === causes.length, { error: 'doubled' })
    .default(causesThatShip),
});
export type RecoveryRules = z.infer<typeof RecoveryRules>;

export const standardRecoveryRules: RecoveryRules = RecoveryRules.parse({});
