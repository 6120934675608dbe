import { dayAt, monthOf, nextMonth } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';

/**
 * The months that are over by the clinic's clock and that nobody has announced since the last that was, the oldest
 * first: a computer that stood still over the end of several leaves none of them out. Of a clinic none of whose months
 * was announced it is the last one alone.
 */
export function monthsToAnnounce(lastAnnounced: string | null, now: Instant, zone: TimeZone): string[] {
  const running = monthOf(dayAt(now, zone));
  const months: string[] = [];
  const first = lastAnnounced === null ? nextMonth(running, -1) : nextMonth(lastAnnounced);
  for (let month = first; month < running; month = nextMonth(month)) months.push(month);
  return months;
}
