import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';

/** A important, B with potential, C ordinary, D at risk (B3). */
export const grades = ['A', 'B', 'C', 'D'] as const;
export const gradeShape = z.enum(grades);
export type Grade = (typeof grades)[number];

/** The figures of the grades, as a clinic edits them. What it leaves out is as shipped. */
export const GradeRuleSet = z.strictObject({
  /** A: this much paid, refunds taken off, within so many months. */
  spendFen: z.int().min(1).max(100_000_000_000).default(3_000_000),
  spendMonths: z.int().min(1).max(120).default(24),
  /** Who is A by spending stays so until the sum is below this share of it, lest grades flap around the line. */
  spendKeptPercent: z.int().min(50).max(100).default(90),
  /** A: so many referred people who came and paid. */
  referrals: z.int().min(1).max(50).default(2),
  /** A: social influence, noted by a person. */
  influenceIsA: z.boolean().default(true),
  /** B: a latent need, and the means to follow it; without this the need alone is enough. */
  potentialNeedsMeans: z.boolean().default(true),
  /** D: the latest score is below this; six to seven is fair, and no risk. */
  dissatisfiedBelow: z.int().min(0).max(10).default(6),
  openCaseIsD: z.boolean().default(true),
  technicalRiskIsD: z.boolean().default(true),
  /** D: the customer's own conditions do not allow what they want. */
  unmetConditionIsD: z.boolean().default(true),
  /** How long a grade set by hand may stand before somebody looks again. */
  overrideMonths: z.int().min(1).max(24).default(6),
});
export type GradeRuleSet = z.infer<typeof GradeRuleSet>;

export const standardGradeRules: GradeRuleSet = GradeRuleSet.parse({});

/** A grade set by hand: who asked, who approved, why, and the last day it holds. */
export const GradeOverride = z.strictObject({
  grade: gradeShape,
  proposedBy: idShape,
  approvedBy: idShape,
  reason: line(500).min(2),
  until: calendarDateShape,
});
export type GradeOverride = z.infer<typeof GradeOverride>;
