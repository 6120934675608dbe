import { addDays, addHours, dayAt, instantAt, startOfDay, wallTimeAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import { hoursOfCalling, nextOpening, within } from './calling-hours.ts';
import type { CallingTimes, Hours, Opening } from './calling-hours.ts';
import type { AttemptResult, Escalation } from './contract.ts';
import type { RetryPolicy, RetryRung } from './retry-policy.ts';
import { wayToTry } from './ways-to-try.ts';
import type { RetryChannel } from './ways-to-try.ts';

/** What a silence is followed by: another hour, another channel, another day with word that somebody tried, the supervisor. */
export const standardRetry: RetryPolicy = {
  rungs: [
    { wait: 'hours', count: 2, message: false, channel: 'phone' },
    { wait: 'days', count: 1, message: true, channel: 'wechat' },
    { wait: 'days', count: 1, message: false, channel: 'phone' },
  ],
  fromHour: 9,
  toHour: 20,
};

export type NextStep =
  | { kind: 'done' }
  | { kind: 'refused' }
  /** `message`: until then the customer is told that somebody tried; who is written to next anyway is not told twice. */
  | { kind: 'retry'; at: Instant; channel: RetryChannel; countsAsTry: boolean; message: boolean }
  | { kind: 'escalate'; why: Escalation };

export interface Attempt {
  result: AttemptResult;
  at: Instant;
  /** When it was recorded, where it was written on paper first. */
  enteredAt?: Instant;
  /** Unanswered tries before this one. */
  triesBefore: number;
  callBackAt: Instant | null;
}

/** When and by which ways the customer may be tried, the hours of calling aside: those are the policy's. */
export interface Reach extends Omit<CallingTimes, 'hours'> {
  /** When customers are written to; null: whenever they are called. */
  writingHours: Hours | null;
  ways: readonly RetryChannel[];
}

/** Somebody with a telephone, at any hour of calling of a clinic that works every day. */
export function byPhone(zone: TimeZone): Reach {
  return { zone, workingDays: undefined, safeHours: [], writingHours: null, ways: ['phone'] };
}

/**
 * What follows a try: an answer ends it, a refusal ends it with its reason, silence brings it back at another hour, by
 * another channel, on another day, then before the supervisor; a wrong number goes there at once. There is no dead end.
 */
export function afterAttempt(attempt: Attempt, reach: Reach, policy: RetryPolicy = standardRetry): NextStep {
  switch (attempt.result) {
    case 'reached':
      return { kind: 'done' };
    case 'refused':
      return { kind: 'refused' };
    case 'wrong_number':
      return { kind: 'escalate', why: 'wrong_number' };
    case 'call_back': {
      const at = callBackAt(attempt, reach, policy);
      return {
        kind: 'retry',
        at,
        channel: wayToTry('phone', reach.ways),
        countsAsTry: false,
        message: false,
      };
    }
    case 'no_answer': {
      const rung = policy.rungs[attempt.triesBefore];
      if (!rung) return { kind: 'escalate', why: 'unreachable' };
      const { channel, message } = rungFor(rung, reach.ways);
      const at = nextTry(attempt, rung, timesFor(channel, reach, policy));
      return { kind: 'retry', at, channel, countsAsTry: true, message };
    }
  }
}

/** By which way a rung leads to this customer, and whether they are told meanwhile that somebody tried. */
export function rungFor(
  rung: Pick<RetryRung, 'channel' | 'message'>,
  ways: readonly RetryChannel[],
): { channel: RetryChannel; message: boolean } {
  const channel = wayToTry(rung.channel, ways);
  return { channel, message: rung.message && channel === 'phone' };
}

/** The customer's own wish stands at any hour; without one still ahead it is like a first silence. */
function callBackAt(attempt: Attempt, reach: Reach, policy: RetryPolicy): Instant {
  if (attempt.callBackAt !== null && attempt.callBackAt > attempt.at) return attempt.callBackAt;
  return nextTry(attempt, policy.rungs[0] ?? standardRetry.rungs[0]!, timesFor('phone', reach, policy));
}

/** What is written comes neither outside the hours of calling nor in the quiet ones. */
function timesFor(channel: RetryChannel, reach: Reach, policy: RetryPolicy): CallingTimes {
  const calling = hoursOfCalling(policy);
  if (channel === 'phone' || reach.writingHours === null) return { ...reach, hours: calling };
  const both = within(calling, reach.writingHours);
  return { ...reach, hours: both.from < both.to ? both : reach.writingHours };
}

/** Counted from when the try was made; where that is past by the time it was recorded, as soon as may be. */
function nextTry({ at, enteredAt = at }: Attempt, rung: RetryRung, times: CallingTimes): Instant {
  const next = afterWait(at, rung, times);
  return next < enteredAt ? nextOpening(enteredAt, times).at : next;
}

/** Hours later where that is still today, else on the next day that may be used, at another time of it. */
function afterWait(at: Instant, rung: RetryRung, times: CallingTimes): Instant {
  const { zone } = times;
  const today = dayAt(at, zone);
  if (rung.wait === 'hours') {
    const later = nextOpening(addHours(at, rung.count), times);
    return later.day === today ? later.at : atAnotherTime(at, later, times);
  }
  const next = nextOpening(startOfDay(addDays(today, rung.count), zone), times);
  return atAnotherTime(at, next, times);
}

/** Who did not answer in the morning is tried in the afternoon of that day, and the other way round, where it has both. */
function atAnotherTime(tried: Instant, opening: Opening, times: CallingTimes): Instant {
  const { zone } = times;
  const wished = otherTime(minuteOf(wallTimeAt(tried, zone).slice(11)), opening);
  if (wished === null) return opening.at;
  const other = nextOpening(instantAt(`${opening.day}T${wished}`, zone), times);
  return other.day === opening.day ? other.at : opening.at;
}

/** An hour into the day, or two past its middle; not in its last hour. */
function otherTime(tried: number, { spans }: Opening): string | null {
  const opens = spans[0];
  const closes = spans.at(-1);
  if (!opens || !closes) return null;
  const [from, to] = [minuteOf(opens.from), minuteOf(closes.to)];
  const middle = Math.floor((from + to) / 2 / 60) * 60;
  const wished = Math.min(tried < middle ? middle + 120 : from + 60, to - 60);
  return clockOf(Math.max(from, wished));
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function clockOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
