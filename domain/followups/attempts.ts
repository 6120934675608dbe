import { addDays, addHours, dayAt, hourAt, instantAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { AttemptResult, Escalation } from './contract.ts';
import type { RetryPolicy, RetryRung } from './retry-policy.ts';

/** What the last silence that was planned for is followed by: another hour, another day, another channel, the supervisor. */
export const standardRetry: RetryPolicy = {
  rungs: [
    { wait: 'hours', count: 2, message: false },
    { wait: 'days', count: 1, message: true },
  ],
  fromHour: 9,
  toHour: 20,
};

export type NextStep =
  | { kind: 'done' }
  | { kind: 'refused' }
  /** `message`: until then the customer is told in writing that somebody tried. */
  | { kind: 'retry'; at: Instant; countsAsTry: boolean; message: boolean }
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
      return { kind: 'retry', at: callBackAt(attempt, zone, policy), countsAsTry: false, message: false };
    case 'no_answer': {
      const rung = policy.rungs[attempt.triesBefore];
      if (!rung) return { kind: 'escalate', why: 'unreachable' };
      const at = nextTry(attempt, rung, zone, policy);
      return { kind: 'retry', at, countsAsTry: true, message: rung.message };
    }
  }
}

/** The customer's own wish stands at any hour; without one still ahead it is like a first silence. */
function callBackAt(attempt: Attempt, zone: TimeZone, policy: RetryPolicy): Instant {
  if (attempt.callBackAt !== null && attempt.callBackAt > attempt.at) return attempt.callBackAt;
  return nextTry(attempt, policy.rungs[0] ?? standardRetry.rungs[0]!, zone, policy);
}

/** Hours later where that is still today, else on the next day, at another time of it. */
function nextTry({ at }: Attempt, rung: RetryRung, zone: TimeZone, policy: RetryPolicy): Instant {
  const today = dayAt(at, zone);
  if (rung.wait === 'hours') {
    const later = addHours(at, rung.count);
    const opening = instantAt(clock(today, policy.fromHour), zone);
    const stillToday = dayAt(later, zone) === today && hourAt(later, zone) < policy.toHour;
    if (stillToday) return later < opening ? opening : later;
  }
  const days = rung.wait === 'days' ? rung.count : 1;
  return instantAt(clock(addDays(today, days), otherHour(hourAt(at, zone), policy)), zone);
}

/** Who did not answer in the morning is tried in the afternoon, and the other way round. */
function otherHour(hour: number, policy: RetryPolicy): number {
  const middle = Math.floor((policy.fromHour + policy.toHour) / 2);
  return Math.min(hour < middle ? middle + 2 : policy.fromHour + 1, policy.toHour - 1);
}

function clock(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00`;
}
