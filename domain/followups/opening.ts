import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** A sheet that was open longer was not worked on all the while. */
const longestHours = 2;

/** When the sheet of a call was opened, as far as that can be believed. */
export function openedAt(told: Instant | undefined, now: Instant): Instant | null {
  if (told === undefined || told > now || told < addHours(now, -longestHours)) return null;
  return told;
}
