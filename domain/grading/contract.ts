import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { calendarDateShape } from '#domain/base/time.ts';
import { frozenThings } from './freeze.ts';
import type { GradeReason as Reason } from './grade.ts';
import { GradeRuleSet, gradeShape } from './rule-set.ts';

const ids = z.array(z.string());

/** Why, by code, with the facts; the screen has the words. */
export const GradeReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('dissatisfied'), score: z.int(), at: z.string(), below: z.int() }),
  z.object({ code: z.literal('open-case'), cases: ids }),
  z.object({ code: z.literal('technical-risk'), risks: ids }),
  z.object({ code: z.literal('unmet-condition'), conditions: ids }),
  z.object({ code: z.literal('spend'), fen: z.int(), thresholdFen: z.int(), months: z.int() }),
  z.object({
    code: z.literal('spend-kept'),
    fen: z.int(),
    thresholdFen: z.int(),
    keptFromFen: z.int(),
    months: z.int(),
  }),
  z.object({ code: z.literal('referrals'), referred: ids, needed: z.int() }),
  z.object({ code: z.literal('influence') }),
  z.object({ code: z.literal('potential'), needs: ids, hasMeans: z.boolean() }),
  z.object({ code: z.literal('ordinary') }),
  z.object({ code: z.literal('withheld') }),
  z.object({ code: z.literal('override'), approvedBy: z.string(), reason: z.string(), until: z.string() }),
]) satisfies z.ZodType<Reason>;
export type GradeReason = z.infer<typeof GradeReason>;

const reasoned = { grade: gradeShape, reasons: z.array(GradeReason) };

/** A grade asked for by hand: `approvedAt` is null until another person has said yes. */
export const OverrideView = z.object({
  id: z.string(),
  grade: gradeShape,
  reason: z.string(),
  until: z.string(),
  proposedById: z.string(),
  proposedByName: z.string(),
  proposedAt: z.string(),
  approvedByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
});
export type OverrideView = z.infer<typeof OverrideView>;

export const CustomerGrade = z.object({
  ...reasoned,
  source: z.enum(['rule', 'override']),
  /** What the rules alone say. */
  byRule: z.object(reasoned),
  /** Null where nothing ever changed it. */
  since: z.string().nullable(),
  frozen: z.array(z.enum(frozenThings)),
  /** In force, and asked for. */
  override: OverrideView.nullable(),
  proposal: OverrideView.nullable(),
  /** The newest first. */
  history: z.array(
    z.object({
      ...reasoned,
      id: z.string(),
      before: gradeShape,
      source: z.enum(['rule', 'override']),
      at: z.string(),
    }),
  ),
});
export type CustomerGrade = z.infer<typeof CustomerGrade>;

export const ProposeOverride = z.strictObject({
  grade: gradeShape,
  reason: line(500).min(2),
  until: calendarDateShape,
});
export type ProposeOverride = z.infer<typeof ProposeOverride>;
export const RevokeOverride = z.strictObject({ reason: line(500).min(2) });

const Named = z.object({ id: z.string(), number: z.string(), name: z.string() });
export const ListProposals = z.strictObject({ ...pageQuery });
export const ProposalPage = pageOf(z.object({ customer: Named, now: gradeShape, override: OverrideView }));
export type ProposalPage = z.infer<typeof ProposalPage>;

export const RuleSetView = z.object({
  /** 0 is as shipped: nothing was published yet. */
  version: z.int(),
  ruleSet: GradeRuleSet,
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
});
export type RuleSetView = z.infer<typeof RuleSetView>;
export const PublishRules = z.strictObject({ ruleSet: GradeRuleSet });

export const PreviewRules = z.strictObject({ ruleSet: GradeRuleSet, ...pageQuery });
export type PreviewRules = z.infer<typeof PreviewRules>;
const counts = z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int() });
export const Move = z.object({
  customer: Named,
  from: gradeShape,
  to: gradeShape,
  reasons: z.array(GradeReason),
});
export type Move = z.infer<typeof Move>;
export const Preview = z.object({
  customers: z.int(),
  before: counts,
  after: counts,
  moves: pageOf(Move),
  /** The best-paying fifth of those who ever brought revenue, and what it holds of it; `share` is 0 to 1. */
  top: z.object({
    customers: z.int(),
    topCustomers: z.int(),
    fen: z.int(),
    topFen: z.int(),
    share: z.number(),
  }),
});
export type Preview = z.infer<typeof Preview>;

const effort = {
  contacts: z.int(),
  contactsForBest: z.int(),
  minutes: z.number(),
  minutesForBest: z.number(),
  contactShare: z.number().nullable(),
  minuteShare: z.number().nullable(),
};
/** Which weeks: the last four where nobody says; at most a year. */
export const AskEffort = z.strictObject({
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  clinicId: idShape.optional(),
  staffId: idShape.optional(),
});
export type AskEffort = z.infer<typeof AskEffort>;
export const EffortReport = z.object({
  from: z.string(),
  to: z.string(),
  /** 0.8: four fifths. */
  target: z.number(),
  /** A and B as they were on the day of the contact. */
  total: z.object(effort),
  weeks: z.array(z.object({ ...effort, week: z.string(), staffId: z.string(), staffName: z.string() })),
});
export type EffortReport = z.infer<typeof EffortReport>;

export const ListEffortContacts = z.strictObject({
  ...pageQuery,
  from: calendarDateShape,
  to: calendarDateShape,
  clinicId: idShape.optional(),
  staffId: idShape.optional(),
  best: z.enum(['yes', 'no']).optional(),
});
export type ListEffortContacts = z.infer<typeof ListEffortContacts>;
export const EffortContact = z.object({
  id: z.string(),
  customer: Named,
  grade: gradeShape,
  at: z.string(),
  staffName: z.string(),
  channel: z.string(),
  result: z.string(),
  seconds: z.int().nullable(),
});
export type EffortContact = z.infer<typeof EffortContact>;
export const EffortContactPage = pageOf(EffortContact);
