import type { Followup } from './contract.ts';

export const missedReasons = [
  'settled-late',
  'nobody-holds-it',
  'no-answer',
  'promised-later',
  'nobody-called',
] as const;
export type MissedReason = (typeof missedReasons)[number];

/** Why a window ended without a result, as far as the record tells. */
export function missedBecause(
  followup: Pick<Followup, 'state' | 'assigneeId' | 'tries' | 'nextTryAt'>,
): MissedReason {
  if (followup.state !== 'open') return 'settled-late';
  if (followup.tries > 0) return 'no-answer';
  if (followup.nextTryAt !== null) return 'promised-later';
  return followup.assigneeId === null ? 'nobody-holds-it' : 'nobody-called';
}
