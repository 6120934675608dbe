import { no, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { addHours, addMinutes } from './time.ts';
import type { Instant } from './time.ts';

/** What was written down while nothing could be entered is entered within three days, or not at all. */
export const lateEntryHours = 72;
/** How far the clock of a computer that was cut off may have run ahead. */
const clockSkewMinutes = 2;

/** Whether something may be entered now that happened at `at`: the record keeps both times (C6). */
export function mayEnterLate(at: Instant, now: Instant): Decision {
  if (at > addMinutes(now, clockSkewMinutes)) return no('not-happened-yet');
  return at < addHours(now, -lateEntryHours) ? no('too-long-ago') : yes;
}
