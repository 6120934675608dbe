import { z } from 'zod';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { releasableKinds } from './owner-kind.ts';

/**
 * What has to happen lest a customer is released: a followup planned with a lead who has not come yet, a followup
 * planned with a customer who has come, or a visit.
 */
export const releaseClocks = ['lead-unplanned', 'visited-unplanned', 'no-visit'] as const;
export type ReleaseClock = (typeof releaseClocks)[number];

export const releaseDeciders = ['department_head', 'manager'] as const;
export type ReleaseDecider = (typeof releaseDeciders)[number];

const clock = {
  ownerKind: z.enum(releasableKinds),
  /** Empty: every grade. */
  grades: z.array(gradeShape).max(4).default([]),
  decidedBy: z.enum(releaseDeciders),
};

export const ReleaseRule = z.discriminatedUnion('clock', [
  z.strictObject({ ...clock, clock: z.literal('lead-unplanned'), days: z.int().min(1).max(365) }),
  z.strictObject({ ...clock, clock: z.literal('visited-unplanned'), days: z.int().min(1).max(365) }),
  z.strictObject({
    ...clock,
    clock: z.literal('no-visit'),
    months: z.int().min(1).max(60),
    /** Proposed on this day of a month only; on its last day where it is shorter. */
    reviewDay: z.int().min(1).max(31).default(1),
  }),
]);
export type ReleaseRule = z.infer<typeof ReleaseRule>;

export const ReleaseRules = z.strictObject({
  rules: z.array(ReleaseRule).max(40),
  /** So many days before, the owner is told what would stop it. */
  warningDays: z.array(z.int().min(1).max(90)).max(6),
  /** So long the former owner cannot claim the customer back. */
  cooldownDays: z.int().min(0).max(365),
  /** Who has so many overdue followups claims nobody. */
  overdueCap: z.int().min(1).max(1_000),
  /** So many customers may be claimed in a day. */
  claimsPerDay: z.int().min(1).max(1_000),
});
export type ReleaseRules = z.infer<typeof ReleaseRules>;

/** As the seeds have it: a week, a week, six months and the first of the month (B5). */
export const standardReleaseRules: ReleaseRules = {
  rules: [
    {
      clock: 'lead-unplanned',
      ownerKind: 'web_consultant',
      grades: [],
      decidedBy: 'department_head',
      days: 7,
    },
    { clock: 'visited-unplanned', ownerKind: 'consultant', grades: [], decidedBy: 'manager', days: 7 },
    { clock: 'no-visit', ownerKind: 'consultant', grades: [], decidedBy: 'manager', months: 6, reviewDay: 1 },
  ],
  warningDays: [14, 7, 1],
  cooldownDays: 30,
  overdueCap: 10,
  claimsPerDay: 10,
};
