import type { Instant } from '#domain/base/time.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';

/** What may end a step before anybody called: something was treated, the treatment it asks about is over, or they are booked. */
export const endingFacts = ['treated', 'treatment-finished', 'booked'] as const;
export type EndingFact = (typeof endingFacts)[number];

/** Why followups ended by themselves; stands where a person's reason would. */
export const endReasons = [
  'fact:treated',
  'fact:treatment-finished',
  'fact:booked',
  'fact:appointment-moved',
  'fact:appointment-cancelled',
  'fact:appointment-missed',
  'fact:deposit-settled',
  'fact:consultation-reopened',
  'fact:deceased',
  'fact:moved-away',
  'fact:refuses-contact',
  'fact:case-closed',
  'fact:no-capacity',
] as const;
export type EndReason = (typeof endReasons)[number];

/**
 * Those behind which somebody's word stands: the customer's, a supervisor's, or that of who gave the money back. What
 * ends because somebody is booked or came is no reason to forget them: they may yet stay away.
 */
export const endReasonsGiven: readonly EndReason[] = [
  'fact:case-closed',
  'fact:no-capacity',
  'fact:deposit-settled',
];

/** What a closed visit says. */
export interface VisitFact {
  id: string;
  at: Instant;
  categories: readonly TreatmentCategory[];
  /** Those of them whose course was finished in it. */
  finished: readonly TreatmentCategory[];
}

/** The plan that a step belongs to: what it goes back to, and the treatments it is about; none is any. */
export interface PlanInQuestion {
  eventAt: Instant;
  visitId: string | null;
  event: string;
  treatmentCategories: readonly TreatmentCategory[] | undefined;
}

/** Whether a closed visit ends the step: one that came after the event, and holds what the step waits for. */
export function isEndedBy(until: EndingFact | undefined, plan: PlanInQuestion, visit: VisitFact): boolean {
  if (until === undefined || visit.at <= plan.eventAt || visit.id === plan.visitId) return false;
  // Who is here needs no inviting.
  if (until === 'booked') return true;
  if (until === 'treated') return visit.categories.some((category) => category !== 'consultation');
  const about =
    plan.event === 'orthodontics.started' ? (['orthodontics'] as const) : plan.treatmentCategories;
  return visit.finished.some((category) => about === undefined || about.includes(category));
}
