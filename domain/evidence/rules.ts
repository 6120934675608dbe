import { z } from 'zod';

/** How far a call's record and its traces may lie apart. */
export const EvidenceRules = z.strictObject({
  /** Recorded later than this after the call ended, it is marked as late. */
  lateAfterMinutes: z.int().min(5).max(1_440).default(60),
  /** Recorded later than this, a call in the log is not this one. */
  matchWithinHours: z.int().min(1).max(72).default(24),
  /** How far the time of a call that was written on paper may be off. */
  byHandMinutes: z.int().min(5).max(240).default(30),
  /** How far the telephone's clock may be off. */
  clockSkewMinutes: z.int().min(0).max(60).default(2),
  /** Shorter than this nobody spoke. */
  leastSeconds: z.int().min(0).max(120).default(10),
  /** An answer by a link speaks for the last call of so many days before it. */
  answerWithinDays: z.int().min(1).max(60).default(7),
});
export type EvidenceRules = z.infer<typeof EvidenceRules>;

export const standardEvidenceRules: EvidenceRules = EvidenceRules.parse({});
