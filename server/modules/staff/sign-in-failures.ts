import { addMinutes, millisecondsOf } from '#domain/base/time.ts';
import { signInPolicy } from '#domain/staff/sign-in-policy.ts';
import type { FailureCount } from '#domain/staff/sign-in-policy.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/context.ts';
import { TooMany } from '#server/platform/errors.ts';
import { addFailures, deleteFailures, selectLock } from './sign-in-failures-store.ts';

interface Place {
  database: Database;
  clock: Clock;
}

/** Throws TooMany while one of the counters is locked. */
export async function refuseWhileLocked(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const now = place.clock.now();
  const buckets = counts.map((count) => count.bucket);
  const lockedUntil = await selectLock(place, buckets, now);
  if (lockedUntil) throw new TooMany(Math.ceil((millisecondsOf(lockedUntil) - millisecondsOf(now)) / 1000));
}

/** Counts a failure; a counter that reaches its limit locks. Several processes count in the same place. */
export async function countFailure(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const now = place.clock.now();
  await addFailures(place, counts, {
    now,
    windowStart: addMinutes(now, -signInPolicy.lockMinutes),
    lockUntil: addMinutes(now, signInPolicy.lockMinutes),
  });
}

export async function forgetFailures(place: Place, counts: readonly FailureCount[]): Promise<void> {
  const own = counts.filter((count) => !count.bucket.startsWith('address ')).map((count) => count.bucket);
  await deleteFailures(place, own);
}
