import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { addDays, addMonths, daysBetween, firstOfMonth, monthOf, nextMonth } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { ReleasableKind } from './owner-kind.ts';
import { mayReceive } from './owner-move.ts';
import type { FormerOwner } from './owner-move.ts';
import type { ReleaseClock, ReleaseDecider, ReleaseRule, ReleaseRules } from './release-rules.ts';

/** What a release is decided by. */
export interface OwnedCustomer {
  customerId: string;
  ownerId: string;
  ownerKind: ReleasableKind;
  ownedSince: CalendarDate;
  grade: Grade;
  lastVisitOn: CalendarDate | null;
  /** Whether a followup of the owner's is still to come. */
  hasPlannedFollowup: boolean;
  /** The day the last one ended or was planned; null where there never was one. */
  lastFollowupOn: CalendarDate | null;
  isUnderTreatment: boolean;
  hasOpenCase: boolean;
  /** The next appointment that stands. */
  nextAppointmentOn: CalendarDate | null;
  /** Decided to stay with the owner until the day before it. */
  keptUntil: CalendarDate | null;
}

export const protections = ['under-treatment', 'open-case', 'appointment', 'grade-d', 'kept'] as const;
export type Protection = (typeof protections)[number];

/** What would stop the release. */
export const releaseStops = ['plan-followup', 'visit-or-appointment'] as const;
export type ReleaseStop = (typeof releaseStops)[number];

export interface ReleaseOutlook {
  clock: ReleaseClock;
  decidedBy: ReleaseDecider;
  /** The day from which nothing happened. */
  since: CalendarDate;
  /** The day it is put before who decides. */
  releasesOn: CalendarDate;
  stoppedBy: ReleaseStop;
  evidence: ReleaseEvidence;
}

/** All that was known of the customer when it was proposed or decided. */
export type ReleaseEvidence = Pick<
  OwnedCustomer,
  'grade' | 'lastVisitOn' | 'lastFollowupOn' | 'hasPlannedFollowup' | 'ownedSince' | 'nextAppointmentOn'
>;

export type ReleaseProposal =
  | { kind: 'protected'; by: Protection[] }
  | { kind: 'none' }
  | ({ kind: 'warning'; daysLeft: number } & ReleaseOutlook)
  | ({ kind: 'release' } & ReleaseOutlook);

/** Nobody is taken from their owner by a rule while somebody is at work on them, or they are unhappy. */
export function protectionsOf(customer: OwnedCustomer, today: CalendarDate): Protection[] {
  const { isUnderTreatment, hasOpenCase, nextAppointmentOn, grade, keptUntil } = customer;
  return [
    ...(isUnderTreatment ? (['under-treatment'] as const) : []),
    ...(hasOpenCase ? (['open-case'] as const) : []),
    ...(nextAppointmentOn !== null && nextAppointmentOn >= today ? (['appointment'] as const) : []),
    ...(grade === 'D' ? (['grade-d'] as const) : []),
    ...(keptUntil !== null && today < keptUntil ? (['kept'] as const) : []),
  ];
}

/** What the rules say of one customer today. A release is only ever proposed; a person decides. */
export function releaseProposal(
  customer: OwnedCustomer,
  rules: ReleaseRules,
  today: CalendarDate,
): ReleaseProposal {
  const by = protectionsOf(customer, today);
  if (by.length > 0) return { kind: 'protected', by };
  const outlooks = rulesFor(customer, rules)
    .map((rule) => outlookBy(rule, customer, today))
    .filter((outlook) => outlook !== null)
    .sort((a, b) => (a.releasesOn < b.releasesOn ? -1 : 1));
  const first = outlooks[0];
  if (!first) return { kind: 'none' };
  if (first.releasesOn <= today) return { kind: 'release', ...first };
  const daysLeft = daysBetween(today, first.releasesOn);
  // A clock of seven days gives its longest warning the day it starts, never before.
  const length = daysBetween(first.since, first.releasesOn);
  const warns = rules.warningDays.some((days) => Math.min(days, length) === daysLeft);
  return warns ? { kind: 'warning', daysLeft, ...first } : { kind: 'none' };
}

/** Of one kind of clock the rule that names the grade goes before the one for every grade. */
function rulesFor({ ownerKind, grade }: OwnedCustomer, { rules }: ReleaseRules): ReleaseRule[] {
  const own = rules.filter((rule) => rule.ownerKind === ownerKind);
  const named = own.filter((rule) => rule.grades.includes(grade));
  const general = own.filter((rule) => rule.grades.length === 0);
  return [...named, ...general.filter((rule) => !named.some(({ clock }) => clock === rule.clock))];
}

function outlookBy(rule: ReleaseRule, customer: OwnedCustomer, today: CalendarDate): ReleaseOutlook | null {
  const since = clockStart(rule.clock, customer);
  if (since === null) return null;
  return {
    clock: rule.clock,
    decidedBy: rule.decidedBy,
    since,
    releasesOn: rule.clock === 'no-visit' ? reviewOn(rule, since, today) : addDays(since, rule.days),
    stoppedBy: rule.clock === 'no-visit' ? 'visit-or-appointment' : 'plan-followup',
    evidence: evidenceOf(customer),
  };
}

export function evidenceOf(customer: OwnedCustomer): ReleaseEvidence {
  const { grade, lastVisitOn, lastFollowupOn, hasPlannedFollowup, ownedSince, nextAppointmentOn } = customer;
  return { grade, lastVisitOn, lastFollowupOn, hasPlannedFollowup, ownedSince, nextAppointmentOn };
}

/**
 * Whether a release that was proposed may still be decided: nobody protects the customer, and nothing has happened
 * since that the clock begins anew with. A review that was left undecided goes on standing after its day.
 */
export function stillStands(
  proposal: { clock: ReleaseClock; since: CalendarDate },
  customer: OwnedCustomer,
  rules: ReleaseRules,
  today: CalendarDate,
): { stands: true } | { stands: false; because: Protection | 'stopped' | 'no-rule' } {
  const [protection] = protectionsOf(customer, today);
  if (protection !== undefined) return { stands: false, because: protection };
  if (!rulesFor(customer, rules).some((rule) => rule.clock === proposal.clock))
    return { stands: false, because: 'no-rule' };
  const since = clockStart(proposal.clock, customer);
  return since === null || since > proposal.since ? { stands: false, because: 'stopped' } : { stands: true };
}

/**
 * Nobody loses a customer unwarned. Of a release that is due and was never told of: the next day it could come up,
 * for the owner to be told first.
 */
export function warningBefore(
  { clock }: Pick<ReleaseOutlook, 'clock'>,
  customer: OwnedCustomer,
  rules: ReleaseRules,
  today: CalendarDate,
): ({ kind: 'warning'; daysLeft: number } & ReleaseOutlook) | null {
  const tomorrow = addDays(today, 1);
  const rule = rulesFor(customer, rules).find((each) => each.clock === clock);
  const outlook = rule && outlookBy(rule, customer, tomorrow);
  if (!outlook) return null;
  const releasesOn = outlook.releasesOn < tomorrow ? tomorrow : outlook.releasesOn;
  return { kind: 'warning', ...outlook, releasesOn, daysLeft: daysBetween(today, releasesOn) };
}

/**
 * The days to look at tonight: today, and each day of a review that nobody looked at because the house stood still.
 */
export function daysToReview(
  lastLookedOn: CalendarDate | null,
  rules: ReleaseRules,
  today: CalendarDate,
): CalendarDate[] {
  const days = [today];
  if (lastLookedOn === null) return days;
  const reviews = rules.rules.flatMap((rule) => (rule.clock === 'no-visit' ? rule.reviewDay : []));
  const from = addDays(today, -31);
  for (let day = addDays(lastLookedOn < from ? from : lastLookedOn, 1); day < today; day = addDays(day, 1))
    if (reviews.some((review) => reviewDayOf(monthOf(day), review) === day)) days.unshift(day);
  return days.sort();
}

/** Whoever gets a customer begins with a fresh clock. */
function clockStart(clock: ReleaseClock, customer: OwnedCustomer): CalendarDate | null {
  const { lastVisitOn, hasPlannedFollowup, lastFollowupOn, ownedSince } = customer;
  switch (clock) {
    case 'lead-unplanned':
      if (lastVisitOn !== null || hasPlannedFollowup) return null;
      return latest(ownedSince, lastFollowupOn);
    case 'visited-unplanned':
      if (lastVisitOn === null || hasPlannedFollowup) return null;
      return latest(ownedSince, lastFollowupOn, lastVisitOn);
    case 'no-visit':
      return lastVisitOn === null ? null : latest(ownedSince, lastVisitOn);
  }
}

/**
 * The first review when more than the months have passed. One that was left undecided comes up at every review,
 * and on no day between.
 */
function reviewOn(
  rule: Extract<ReleaseRule, { clock: 'no-visit' }>,
  since: CalendarDate,
  today: CalendarDate,
): CalendarDate {
  const over = addDays(addMonths(since, rule.months), 1);
  const from = over > today ? over : today;
  const inMonth = reviewDayOf(monthOf(from), rule.reviewDay);
  return inMonth >= from ? inMonth : reviewDayOf(nextMonth(monthOf(from)), rule.reviewDay);
}

function reviewDayOf(month: string, day: number): CalendarDate {
  const last = addDays(firstOfMonth(nextMonth(month)), -1);
  const wished = `${month}-${String(day).padStart(2, '0')}`;
  return wished < last ? wished : last;
}

function latest(...days: (CalendarDate | null)[]): CalendarDate {
  return days
    .filter((day) => day !== null)
    .sort()
    .at(-1)!;
}

/** Who wants a customer of the pool. */
export interface Claim {
  staffId: string;
  /** Followups of theirs past their window. */
  overdueFollowups: number;
  claimsToday: number;
  customer: { ownerId: string | null; former: readonly FormerOwner[] };
}

export function mayClaim(
  claim: Claim,
  rules: Pick<ReleaseRules, 'overdueCap' | 'claimsPerDay'>,
  today: CalendarDate,
): Decision {
  const { ownerId, former } = claim.customer;
  if (ownerId !== null) return no('has-owner');
  const receives = mayReceive(claim.staffId, former, today);
  if (!receives.allowed) return receives;
  if (claim.overdueFollowups >= rules.overdueCap) return no('overdue-work');
  return claim.claimsToday >= rules.claimsPerDay ? no('claims-of-today') : yes;
}
