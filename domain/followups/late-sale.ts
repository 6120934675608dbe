import { addDays, dayAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';

/** So many days after it was sold a product is in use, or never will be, and nobody is asked how it began. */
export const saleIsOldAfterDays = 14;

/** Whether somebody who bought a product is still asked about it, when its sale is told of only later. */
export function isSaleAskedAbout(soldAt: Instant, now: Instant, zone: TimeZone): boolean {
  return dayAt(now, zone) <= addDays(dayAt(soldAt, zone), saleIsOldAfterDays);
}
