import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';

/** A call as far as something was promised in it. */
export interface CallWithPromise {
  callId: string;
  at: Instant;
  byName: string | null;
  isReached: boolean;
  actionPlan: string | null;
  callBackAt: Instant | null;
  nextAppointmentOn: CalendarDate | null;
}

export const promiseKinds = ['action-plan', 'call-back', 'wants-to-come'] as const;
export interface StandingPromise {
  kind: (typeof promiseKinds)[number];
  madeAt: Instant;
  byName: string | null;
  /** Of an action plan: what was said would be done. */
  words: string | null;
  /** Of a call-back: when. */
  at: Instant | null;
  /** The day the customer said they would like to come. */
  on: CalendarDate | null;
}

/** Nobody is held to what was said a year ago. */
const daysItHolds = 365;

/**
 * What was promised in these calls and still stands, the newest first. A call-back stands until somebody spoke with the
 * customer after it was promised; a day they wished for until it is over. That a plan was carried out nobody writes
 * down, so it stands as long as it holds.
 */
export function standingPromises(
  calls: readonly CallWithPromise[],
  now: Instant,
  zone: TimeZone,
): StandingPromise[] {
  const today = dayAt(now, zone);
  const newestFirst = calls
    .filter(({ at }) => daysBetween(dayAt(at, zone), today) <= daysItHolds)
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return newestFirst.flatMap(({ at: madeAt, byName, actionPlan, callBackAt, nextAppointmentOn }) => {
    const promise = { madeAt, byName, words: null, at: null, on: null };
    const standing: StandingPromise[] = [];
    const spokenSince = newestFirst.some((later) => later.isReached && later.at > madeAt);
    if (callBackAt !== null && !spokenSince) standing.push({ ...promise, kind: 'call-back', at: callBackAt });
    if (actionPlan !== null) standing.push({ ...promise, kind: 'action-plan', words: actionPlan });
    if (nextAppointmentOn !== null && nextAppointmentOn >= today)
      standing.push({ ...promise, kind: 'wants-to-come', on: nextAppointmentOn });
    return standing;
  });
}
