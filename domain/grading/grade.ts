import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { addMonths } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Grade, GradeOverride, GradeRuleSet } from './rule-set.ts';

/** Everything a grade is decided by. What stands in lists may stand there in any order. */
export interface GradeFacts {
  /** What was paid, and below zero what was paid back. */
  payments: readonly { on: CalendarDate; fen: number }[];
  hasInfluence: boolean;
  /** People this customer sent who came and paid. */
  referred: readonly string[];
  latentNeeds: readonly string[];
  hasMeans: boolean;
  scores: readonly { at: Instant; score: number }[];
  /** Recovery cases the customer has not yet called settled. */
  openCases: readonly string[];
  technicalRisks: readonly string[];
  unmetConditions: readonly string[];
  override: GradeOverride | null;
}

export const noGradeFacts: GradeFacts = {
  payments: [],
  hasInfluence: false,
  referred: [],
  latentNeeds: [],
  hasMeans: false,
  scores: [],
  openCases: [],
  technicalRisks: [],
  unmetConditions: [],
  override: null,
};

/** Why, by code, with the facts; the screen has the words. */
export type GradeReason =
  | { code: 'dissatisfied'; score: number; at: Instant; below: number }
  | { code: 'open-case'; cases: string[] }
  | { code: 'technical-risk'; risks: string[] }
  | { code: 'unmet-condition'; conditions: string[] }
  | { code: 'spend'; fen: number; thresholdFen: number; months: number }
  | { code: 'spend-kept'; fen: number; thresholdFen: number; keptFromFen: number; months: number }
  | { code: 'referrals'; referred: string[]; needed: number }
  | { code: 'influence' }
  | { code: 'potential'; needs: string[]; hasMeans: boolean }
  | { code: 'ordinary' }
  /** In place of one that the reader's post does not see. */
  | { code: 'withheld' }
  | { code: 'override'; approvedBy: string; reason: string; until: CalendarDate };

export interface GradeAnswer {
  grade: Grade;
  reasons: GradeReason[];
  by: 'rule' | 'override';
  /** What the rules alone say, and by what. */
  byRule: { grade: Grade; reasons: GradeReason[] };
  /** Whether the spending is that of an A; kept through D and overrides, so that it is not forgotten there. */
  isBigSpender: boolean;
}

/** The grade by what is known today: the risk first, then A, B, C; a grade set by hand goes before, while it lasts. */
export function gradeOf(
  facts: GradeFacts,
  rules: GradeRuleSet,
  previous: Pick<GradeAnswer, 'isBigSpender'> | null,
  today: CalendarDate,
): GradeAnswer {
  const spending = spendReason(facts, rules, previous?.isBigSpender ?? false, today);
  const byRule = ruleGrade(facts, rules, spending);
  const isBigSpender = spending !== null;
  const { override } = facts;
  if (override === null || override.until < today) {
    return { ...byRule, by: 'rule', byRule, isBigSpender };
  }
  const { approvedBy, reason, until } = override;
  const reasons: GradeReason[] = [{ code: 'override', approvedBy, reason, until }];
  return { grade: override.grade, reasons, by: 'override', byRule, isBigSpender };
}

/** Nobody approves their own wish, and no grade is set by hand for ever. */
export function mayOverride(override: GradeOverride, rules: GradeRuleSet, today: CalendarDate): Decision {
  if (override.approvedBy === override.proposedBy) return no('own-override');
  if (override.until < today) return no('override-already-over');
  return override.until > addMonths(today, rules.overrideMonths) ? no('override-too-long') : yes;
}

function ruleGrade(
  facts: GradeFacts,
  rules: GradeRuleSet,
  spending: GradeReason | null,
): GradeAnswer['byRule'] {
  const risks = riskReasons(facts, rules);
  if (risks.length > 0) return { grade: 'D', reasons: risks };
  const merits = [...(spending ? [spending] : []), ...standingReasons(facts, rules)];
  if (merits.length > 0) return { grade: 'A', reasons: merits };
  const { latentNeeds, hasMeans } = facts;
  if (latentNeeds.length > 0 && (hasMeans || !rules.potentialNeedsMeans)) {
    return { grade: 'B', reasons: [{ code: 'potential', needs: inOrder(latentNeeds), hasMeans }] };
  }
  return { grade: 'C', reasons: [{ code: 'ordinary' }] };
}

function riskReasons(facts: GradeFacts, rules: GradeRuleSet): GradeReason[] {
  const reasons: GradeReason[] = [];
  const latest = latestScore(facts.scores);
  if (latest && latest.score < rules.dissatisfiedBelow) {
    reasons.push({
      code: 'dissatisfied',
      score: latest.score,
      at: latest.at,
      below: rules.dissatisfiedBelow,
    });
  }
  if (rules.openCaseIsD && facts.openCases.length > 0) {
    reasons.push({ code: 'open-case', cases: inOrder(facts.openCases) });
  }
  if (rules.technicalRiskIsD && facts.technicalRisks.length > 0) {
    reasons.push({ code: 'technical-risk', risks: inOrder(facts.technicalRisks) });
  }
  if (rules.unmetConditionIsD && facts.unmetConditions.length > 0) {
    reasons.push({ code: 'unmet-condition', conditions: inOrder(facts.unmetConditions) });
  }
  return reasons;
}

function standingReasons(facts: GradeFacts, rules: GradeRuleSet): GradeReason[] {
  const reasons: GradeReason[] = [];
  const referred = inOrder(facts.referred);
  if (referred.length >= rules.referrals) {
    reasons.push({ code: 'referrals', referred, needed: rules.referrals });
  }
  if (rules.influenceIsA && facts.hasInfluence) reasons.push({ code: 'influence' });
  return reasons;
}

function spendReason(
  { payments }: GradeFacts,
  rules: GradeRuleSet,
  wasBigSpender: boolean,
  today: CalendarDate,
): GradeReason | null {
  const { spendFen: thresholdFen, spendMonths: months } = rules;
  const since = addMonths(today, -months);
  const fen = payments
    .filter(({ on }) => on > since && on <= today)
    .reduce((sum, payment) => sum + payment.fen, 0);
  if (fen >= thresholdFen) return { code: 'spend', fen, thresholdFen, months };
  const keptFromFen = Math.ceil((thresholdFen * rules.spendKeptPercent) / 100);
  if (wasBigSpender && fen >= keptFromFen)
    return { code: 'spend-kept', fen, thresholdFen, keptFromFen, months };
  return null;
}

/** The last word of the customer; of two in one moment the worse. */
function latestScore(scores: GradeFacts['scores']): { at: Instant; score: number } | null {
  return scores.reduce<{ at: Instant; score: number } | null>((latest, each) => {
    if (latest === null || each.at > latest.at) return each;
    return each.at === latest.at && each.score < latest.score ? each : latest;
  }, null);
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
