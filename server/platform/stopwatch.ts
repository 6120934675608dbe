import { instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** The milliseconds since it was started, whatever happens to the clock on the wall meanwhile. */
export function startStopwatch(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}

/** A moment that goes on while a long work lasts. */
export function runningFrom(instant: Instant): () => Instant {
  const elapsed = startStopwatch();
  return () => instantOf(millisecondsOf(instant) + Math.round(elapsed()));
}
