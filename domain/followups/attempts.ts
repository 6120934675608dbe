import { addDays, addHours, dayAt, hourAt, instantAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { AttemptResult, Escalation } from './contract.ts';

/** How long an unanswered call goes round before the supervisor looks at it (C5). */
export interface RetryPolicy {
  /** After the first silence: another hour of the same day. */
  nextHourAfter: number;
  /** After the following ones: this many days later, at another time of the day. */
  nextDayAfter: number;
  triesBeforeEscalation: number;
  /** Calls are made from `fromHour` until before `toHour`, by the clinic's clock. */
  fromHour: number;
  toHour: number;
}

export const standardRetry: RetryPolicy = {
  nextHourAfter: 2,
  nextDayAfter: 1,
  triesBeforeEscalation: 3,
  fromHour: 9,
  toHour: 20,
};

export type NextStep =
  | { kind: 'done' }
  | { kind: 'refused' }
  | { kind: 'retry'; at: Instant; countsAsTry: boolean }
  | { kind: 'escalate'; why: Escalation };

export interface Attempt {
  result: AttemptResult;
  at: Instant;
  /** Unanswered tries before this one. */
  triesBefore: number;
  callBackAt: Instant | null;
}

/**
 * What follows a try: an answer ends it, a refusal ends it with its reason, silence brings it back at another
 * hour, then on another day, then before the supervisor; a wrong number goes there at once. There is no dead end.
 */
export function afterAttempt(
  attempt: Attempt,
  zone: TimeZone,
  policy: RetryPolicy = standardRetry,
): NextStep {
  switch (attempt.result) {
    case 'reached':
      return { kind: 'done' };
    case 'refused':
      return { kind: 'refused' };
    case 'wrong_number':
      return { kind: 'escalate', why: 'wrong_number' };
    case 'call_back':
      return { kind: 'retry', at: callBackAt(attempt, zone, policy), countsAsTry: false };
    case 'no_answer': {
      if (attempt.triesBefore + 1 >= policy.triesBeforeEscalation)
        return { kind: 'escalate', why: 'unreachable' };
      return { kind: 'retry', at: nextTry(attempt, zone, policy), countsAsTry: true };
    }
  }
}

/** The customer's own wish stands at any hour; without one still ahead it is like a first silence. */
function callBackAt(attempt: Attempt, zone: TimeZone, policy: RetryPolicy): Instant {
  if (attempt.callBackAt !== null && attempt.callBackAt > attempt.at) return attempt.callBackAt;
  return nextTry({ ...attempt, triesBefore: 0 }, zone, policy);
}

function nextTry({ at, triesBefore }: Attempt, zone: TimeZone, policy: RetryPolicy): Instant {
  const today = dayAt(at, zone);
  if (triesBefore === 0) {
    const later = addHours(at, policy.nextHourAfter);
    const opening = instantAt(clock(today, policy.fromHour), zone);
    const stillToday = dayAt(later, zone) === today && hourAt(later, zone) < policy.toHour;
    if (stillToday) return later < opening ? opening : later;
  }
  return instantAt(clock(addDays(today, policy.nextDayAfter), otherHour(hourAt(at, zone), policy)), zone);
}

/** Who did not answer in the morning is tried in the afternoon, and the other way round. */
function otherHour(hour: number, policy: RetryPolicy): number {
  const middle = Math.floor((policy.fromHour + policy.toHour) / 2);
  return Math.min(hour < middle ? middle + 2 : policy.fromHour + 1, policy.toHour - 1);
}

function clock(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00`;
}
