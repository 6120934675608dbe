import { addHours, dayAt } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Purpose } from '#domain/contacts/contact.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import { sections } from './contract.ts';
import type { Section } from './contract.ts';

/** A window that breaks within so many hours goes before everything else of its section. */
export const soonHours = 2;

/** Health and complaints first, offers last. */
export const weights: readonly (readonly Purpose[])[] = [
  ['medical', 'complaint'],
  ['service', 'satisfaction'],
  ['marketing'],
];
/** Most of the effort is for A and B (B4); whom the clinic may lose comes before whom it has. */
export const gradesInOrder: readonly Grade[] = ['A', 'B', 'D', 'C'];

export interface ListedCustomer {
  section: Section;
  closesAt: Instant;
  dueAt: Instant;
  nextTryAt: Instant | null;
  purposes: readonly Purpose[];
  grade: Grade;
}

/** What decides where a customer stands, the first that differs: all of them stand on the screen. */
export interface Standing {
  section: number;
  /** Who waits for the next try stands by its time alone. */
  tryAt: Instant;
  breaksSoon: 0 | 1;
  /** Of what is due on later days, the day: the levelled one. */
  day: string;
  weight: number;
  grade: number;
  dueAt: Instant;
  closesAt: Instant;
}

export function standingOf(row: ListedCustomer, now: Instant, zone: TimeZone): Standing {
  const { section, closesAt, dueAt, nextTryAt, purposes, grade } = row;
  const breaksSoon = section === 'due_now' && closesAt <= addHours(now, soonHours);
  return {
    section: sections.indexOf(section),
    tryAt: section === 'waiting' ? (nextTryAt ?? '') : '',
    breaksSoon: breaksSoon ? 0 : 1,
    day: section === 'later_today' ? dayAt(dueAt, zone) : '',
    weight: weightOf(purposes),
    grade: gradesInOrder.indexOf(grade),
    dueAt,
    closesAt,
  };
}

export function weightOf(purposes: readonly Purpose[]): number {
  return weights.findIndex((same) => purposes.some((purpose) => same.includes(purpose)));
}

export function compareStandings(one: Standing, other: Standing): number {
  for (const key of Object.keys(one) as (keyof Standing)[]) {
    if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  }
  return 0;
}
