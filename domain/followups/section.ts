import { endOfDay, dayAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Section } from './contract.ts';

/**
 * Where a customer's row stands in today's list: overdue once a window is past, waiting while the next try is
 * not yet, due now when the window ends today or the levelled days put it on today or before, else later. Overdue
 * outranks waiting only when the next try has come: a customer who asked to be called at five is not called at four.
 */
export function sectionOf(
  row: { closesAt: Instant; dueAt: Instant; opensAt: Instant; nextTryAt: Instant | null },
  now: Instant,
  zone: TimeZone,
): Section {
  if (row.nextTryAt !== null && row.nextTryAt > now) return 'waiting';
  if (row.closesAt < now) return 'overdue';
  if (row.opensAt > now) return 'later_today';
  const tonight = endOfDay(dayAt(now, zone), zone);
  return row.closesAt <= tonight || row.dueAt <= tonight ? 'due_now' : 'later_today';
}
