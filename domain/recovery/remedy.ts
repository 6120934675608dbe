import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { RecoveryRules } from './recovery-rules.ts';

/** What is done to make it good. */
export const remedyKinds = ['apology', 'free-visit', 'redo', 'refund', 'discount', 'gift', 'other'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/**
 * asked: waits for a second person. agreed: owed to the customer. given: the customer has it. withdrawn: the customer
 * does not want it, or it was a slip.
 */
export const remedyStates = ['asked', 'agreed', 'declined', 'given', 'withdrawn'] as const;
export type RemedyState = (typeof remedyStates)[number];

/** What costs more than the clinic's limit is for another person to agree to. */
export function remedyStateAtFirst(
  costFen: number,
  rules: Pick<RecoveryRules, 'remedyLimitFen'>,
): RemedyState {
  return costFen > rules.remedyLimitFen ? 'asked' : 'agreed';
}

export function mayDecideRemedy(
  remedy: { state: RemedyState; askedBy: string | null },
  at: { aboutIds: readonly string[] },
  personId: string,
): Decision {
  if (remedy.state !== 'asked') return no('remedy-decided');
  if (remedy.askedBy === personId) return no('own-wish');
  return at.aboutIds.includes(personId) ? no('about-you') : yes;
}

export function mayGiveRemedy(remedy: { state: RemedyState }): Decision {
  return remedy.state === 'agreed'
    ? yes
    : no(remedy.state === 'asked' ? 'remedy-not-agreed' : 'remedy-decided');
}

/** What is owed to the customer is not taken back by who the case is about. */
export function mayWithdrawRemedy(
  remedy: { state: RemedyState },
  at: { aboutIds: readonly string[] },
  personId: string,
): Decision {
  if (!isOwed(remedy)) return no('remedy-decided');
  return at.aboutIds.includes(personId) ? no('about-you') : yes;
}

/** Promised or asked for, and not with the customer: a case is not closed over it. */
export function isOwed({ state }: { state: RemedyState }): boolean {
  return state === 'asked' || state === 'agreed';
}
