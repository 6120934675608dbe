import { addDays, addMinutes, dayAt, hourAt, instantAt, millisecondsOf, saidAt } from '#domain/base/time.ts';
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

/** From when on the group hears that a promise is about to break: in its last third, of which half an hour is enough. */
export function warnFrom(raisedAt: Instant, promised: Instant): Instant {
  const third = ((millisecondsOf(promised) - millisecondsOf(raisedAt)) / 60_000) * (1 / 3);
  return addMinutes(promised, -Math.min(mostWarningMinutes, Math.max(0, third)));
}
export const mostWarningMinutes = 30;

/** What the group reads: until when a doctor calls, and who has it now; nobody's name, and no sign. */
export function promiseNotice(
  promised: Instant,
  whose: OverdueWith | null,
  { clinic, zone }: { clinic: string; zone: TimeZone },
): string {
  const until = saidAt(promised, zone);
  const where = '详情见愈线「警示征象」。';
  if (whose === null) return `${clinic}：一位客户的警示征象须由医生在${until}前回电，请马上接手。${where}`;
  const told = whose === 'supervisor' ? '客服主管' : '经理';
  return `${clinic}：医生回电已超过答应客户的时间（${until}），已到${told}，请立即处理。${where}`;
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
