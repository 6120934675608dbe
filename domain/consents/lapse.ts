import { addDays, ageOn, dayAt } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { ageOf } from '#domain/customers/age.ts';
import type { ConsentPurpose } from './consent.ts';

/** Below it a guardian answers (PIPL, article 31). */
export const guardianBelow = 14;
/** From 14 up to it they are written to, and nobody advertises. */
export const ofAgeAt = 18;

/** Whose word it is, and today by the clinic's calendar. */
export interface Whose {
  person: { birthday: CalendarDate | null; birthYear: number | null };
  today: CalendarDate;
  zone: TimeZone;
}

/**
 * Whether a yes counts no more because another decides by now: at 14 the guardian's word is no longer the customer's, and
 * what was said of offers to a minor binds nobody who is of age. A no is never lifted by a birthday.
 */
export function hasLapsed(yes: { purpose: ConsentPurpose; at: Instant }, whose: Whose): boolean {
  const then = ageOf(whose.person, dayAt(yes.at, whose.zone));
  const now = ageOf(whose.person, whose.today);
  if (then === null || now === null) return false;
  const decidesFrom = yes.purpose === 'marketing' ? [guardianBelow, ofAgeAt] : [guardianBelow];
  return decidesFrom.some((age) => then < age && now >= age);
}

/** Whether the customer may be asked themselves what lapsed: of offers not before they are of age. */
export function isToAskAnew(
  { purpose, stands }: { purpose: ConsentPurpose; stands: string },
  { person, today }: Whose,
): boolean {
  if (stands !== 'lapsed') return false;
  return purpose !== 'marketing' || (ageOf(person, today) ?? 0) >= ofAgeAt;
}

/** The day in that time on which somebody is 14 or 18, and answers for what another answered before; null: on none. */
export function decidesAnewOn(
  birthday: CalendarDate,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): { on: CalendarDate; age: number } | null {
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const age = ageOn(birthday, on);
    const isNew = ageOn(birthday, addDays(on, -1)) < age;
    if (isNew && (age === guardianBelow || age === ofAgeAt)) return { on, age };
  }
  return null;
}
