import { addMinutes, instantAt, instantOf, millisecondsOf, wallTimeAt } from '#domain/base/time.ts';
import type { Instant, TimeZone, WallTime } from '#domain/base/time.ts';

/** The only place that asks the machine what time it is. */
export interface Clock {
  now(): Instant;
}

export const machineClock: Clock = { now: () => instantOf(Date.now()) };

/** A clock that stands where a test puts it. */
export function clockAt(
  start: Instant,
): Clock & { set(instant: Instant): void; advanceMinutes(minutes: number): void } {
  let at = start;
  return {
    now: () => at,
    set: (instant) => (at = instant),
    advanceMinutes: (minutes) => (at = addMinutes(at, minutes)),
  };
}

/** A trial clock: it showed `wallTime` at the real moment `setAt`, and goes on from there. */
export interface TrialClock {
  wallTime: WallTime;
  setAt: Instant;
}

/** The moment at which clocks in `zone` show the trial clock's present wall time. */
export function trialNow(trial: TrialClock, zone: TimeZone, real: Instant): Instant {
  return instantOf(millisecondsOf(instantAt(trial.wallTime, zone)) + elapsed(trial, real));
}

/** What the trial clock shows, whatever the zone. */
export function trialWallTime(trial: TrialClock, real: Instant): WallTime {
  return wallTimeAt(trialNow(trial, 'UTC', real), 'UTC');
}

function elapsed(trial: TrialClock, real: Instant): number {
  return Math.max(0, millisecondsOf(real) - millisecondsOf(trial.setAt));
}
