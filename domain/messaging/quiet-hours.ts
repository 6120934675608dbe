import { addDays, dayAt, instantAt, wallTimeAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { MessageRules } from './rule-set.ts';
import type { MessageKind } from './template.ts';

/** When a message of that kind may go next; null: now. A code is waited for at any hour. */
export function quietUntil(
  { kind, isUrgent }: { kind: MessageKind; isUrgent: boolean },
  rules: MessageRules,
  now: Instant,
  zone: TimeZone,
): Instant | null {
  if (kind === 'otp' || (isUrgent && kind !== 'marketing')) return null;
  const { from, to } = kind === 'marketing' ? rules.marketingHours : rules.careHours;
  const clock = wallTimeAt(now, zone).slice(11);
  if (from <= clock && clock < to) return null;
  const today = dayAt(now, zone);
  return instantAt(`${clock < from ? today : addDays(today, 1)}T${from}`, zone);
}
