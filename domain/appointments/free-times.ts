import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

/** Time of a doctor that is taken, and which of the customers beside each other takes it. */
export interface TakenSpan extends Span {
  lane: number;
}

/** One that ends as the other begins does not overlap it. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** The first lane that is free all through the span; undefined where none is. */
export function freeLane(span: Span, taken: readonly TakenSpan[], lanes: number): number | undefined {
  for (let lane = 0; lane < lanes; lane += 1)
    if (!taken.some((each) => each.lane === lane && overlap(each, span))) return lane;
  return undefined;
}

/**
 * When so many minutes can begin within a doctor's hours of one day, on the steps of the book and not in the past.
 * `taken` are the doctor's own, in ISO instants of one precision.
 */
export function freeTimes(question: {
  hours: Span;
  taken: readonly TakenSpan[];
  lanes: number;
  minutes: number;
  stepMinutes: number;
  now: Instant;
}): Instant[] {
  const { hours, taken, lanes, minutes, stepMinutes, now } = question;
  const free: Instant[] = [];
  for (
    let startsAt = hours.startsAt;
    addMinutes(startsAt, minutes) <= hours.endsAt;
    startsAt = addMinutes(startsAt, stepMinutes)
  ) {
    const span = { startsAt, endsAt: addMinutes(startsAt, minutes) };
    if (startsAt >= now && freeLane(span, taken, lanes) !== undefined) free.push(startsAt);
  }
  return free;
}
