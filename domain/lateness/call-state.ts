import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** How a call stands that is owed by some minute. */
export type CallState = 'not-yet' | 'due' | 'overdue' | 'in-time' | 'too-late';

/** Times are kept and shown to the minute: 9:15 and some seconds is by 9:15. */
export function isBy(at: Instant, by: Instant): boolean {
  return at < addMinutes(by, 1);
}

/**
 * Whether a call that is owed from one minute on and on record by another was made (E2): of somebody late from 10
 * minutes after the hour to 15, of who cancelled from that moment to 15 minutes later.
 */
export function callState(
  owed: { from: Instant; by: Instant; calledAt: Instant | null },
  now: Instant,
): CallState {
  const { from, by, calledAt } = owed;
  if (calledAt !== null) return isBy(calledAt, by) ? 'in-time' : 'too-late';
  if (now < from) return 'not-yet';
  return isBy(now, by) ? 'due' : 'overdue';
}

export function lateCallOwed(
  startsAt: Instant,
  rules: { lateCallMinutes: number; lateRecordMinutes: number },
): { from: Instant; by: Instant } {
  return {
    from: addMinutes(startsAt, rules.lateCallMinutes),
    by: addMinutes(startsAt, Math.max(rules.lateCallMinutes, rules.lateRecordMinutes)),
  };
}
