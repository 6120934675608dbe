import { ageOn } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';

/** Whole years on `today`: to the day from a birthday, else by the year alone; unknown when neither makes sense. */
export function ageOf(
  person: { birthday: CalendarDate | null; birthYear: number | null },
  today: CalendarDate,
): number | null {
  if (person.birthday !== null) return notNegative(ageOn(person.birthday, today));
  if (person.birthYear !== null) return notNegative(Number(today.slice(0, 4)) - person.birthYear);
  return null;
}

function notNegative(age: number): number | null {
  return age < 0 ? null : age;
}
