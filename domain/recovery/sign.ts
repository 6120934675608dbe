import type { Instant } from '#domain/base/time.ts';
import type { RecoveryRules } from './recovery-rules.ts';

/** What tells that somebody is unhappy: a score, a warning sign of the body, words, or a person who noticed. */
export const signKinds = ['low-score', 'red-flag', 'complaint', 'person'] as const;
export type SignKind = (typeof signKinds)[number];

/** How grave it is: what may become a complaint, and what goes to the leadership at once. */
export const gravities = ['ordinary', 'likely-complaint', 'special'] as const;
export type Gravity = (typeof gravities)[number];

/** Why a case is special. */
export const specialMatters = ['legal', 'media', 'injury'] as const;
export type SpecialMatter = (typeof specialMatters)[number];

/** One sign, whoever brought it. `visitId` is null where nobody knows which visit it is about. */
export interface Sign {
  kind: SignKind;
  at: Instant;
  visitId: string | null;
  score: number | null;
  words: string | null;
  special: SpecialMatter | null;
}

/** Whether a score is low enough to be followed up by a case. */
export function opensCase(score: number | null, rules: Pick<RecoveryRules, 'opensBelow'>): boolean {
  return score !== null && score < rules.opensBelow;
}

/** A complaint in words and a warning sign of the body weigh more than a figure. */
export function gravityOf({ kind, special }: Pick<Sign, 'kind' | 'special'>): Gravity {
  if (special !== null) return 'special';
  return kind === 'complaint' || kind === 'red-flag' ? 'likely-complaint' : 'ordinary';
}

export function graver(one: Gravity, other: Gravity): Gravity {
  return gravities.indexOf(one) >= gravities.indexOf(other) ? one : other;
}

/**
 * The open case a sign belongs to: the one of its visit, else one of which, or of itself, no visit is known. Null
 * where it is a matter of its own. Of several the one that was opened last.
 */
export function caseToJoin<C extends { visitId: string | null; openedAt: Instant }>(
  open: readonly C[],
  visitId: string | null,
): C | null {
  const lastFirst = [...open].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const same = visitId === null ? undefined : lastFirst.find((each) => each.visitId === visitId);
  if (same) return same;
  return lastFirst.find((each) => visitId === null || each.visitId === null) ?? null;
}
