import { addDays, addMinutes, dayAt, hourAt, instantAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { RedFlagRules } from './rules.ts';
import type { Urgency } from './urgency.ts';

/**
 * When the customer is told that a doctor will have called. What is urgent waits for no morning; anything else that
 * would come too late in the day, or too early, is promised for the time after the next opening.
 */
export function promisedAt(urgency: Urgency, heardAt: Instant, rules: RedFlagRules, zone: TimeZone): Instant {
  if (urgency === 'urgent') return addMinutes(heardAt, rules.urgentMinutes);
  const promised = addMinutes(heardAt, rules.soonMinutes);
  const today = dayAt(heardAt, zone);
  const opening = openingOn(today, rules, zone);
  if (heardAt < opening) return addMinutes(opening, rules.soonMinutes);
  if (dayAt(promised, zone) === today && hourAt(promised, zone) < rules.callsToHour) return promised;
  return addMinutes(openingOn(addDays(today, 1), rules, zone), rules.soonMinutes);
}

function openingOn(day: string, { callsFromHour }: RedFlagRules, zone: TimeZone): Instant {
  return instantAt(`${day}T${String(callsFromHour).padStart(2, '0')}:00`, zone);
}

/** Who has to be told that a promise is not kept. */
export type OverdueWith = 'supervisor' | 'manager';

export function overdueWith(
  promised: Instant,
  now: Instant,
  { managerAfterMinutes }: RedFlagRules,
): OverdueWith | null {
  if (now <= promised) return null;
  return now > addMinutes(promised, managerAfterMinutes) ? 'manager' : 'supervisor';
}
