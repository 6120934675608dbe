import { mondayOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Grade } from './rule-set.ts';

/** One contact of one person with one customer, with the grade the customer had that day. */
export interface GradedContact {
  staffId: string;
  on: CalendarDate;
  grade: Grade;
  minutes: number;
}

export interface Effort {
  contacts: number;
  contactsForBest: number;
  minutes: number;
  minutesForBest: number;
  /** 0 to 1; null where there is nothing to share. */
  contactShare: number | null;
  minuteShare: number | null;
}

export interface WeekOfEffort extends Effort {
  staffId: string;
  /** The Monday. */
  week: CalendarDate;
}

/** Four fifths of the effort for the fifth of the customers that carries the clinic. */
export const effortTarget = 0.8;

/** What the grades A and B got of all contacts and minutes, by week and person (B4). */
export function effortShare(contacts: readonly GradedContact[]): WeekOfEffort[] {
  const weeks = new Map<string, GradedContact[]>();
  for (const contact of contacts) {
    const key = `${mondayOf(contact.on)} ${contact.staffId}`;
    const own = weeks.get(key);
    if (own) own.push(contact);
    else weeks.set(key, [contact]);
  }
  return [...weeks.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, own]) => ({ week: key.slice(0, 10), staffId: key.slice(11), ...effortOf(own) }));
}

export function effortOf(contacts: readonly GradedContact[]): Effort {
  const best = contacts.filter(({ grade }) => grade === 'A' || grade === 'B');
  const minutes = minutesOf(contacts);
  const minutesForBest = minutesOf(best);
  return {
    contacts: contacts.length,
    contactsForBest: best.length,
    minutes,
    minutesForBest,
    contactShare: contacts.length === 0 ? null : best.length / contacts.length,
    minuteShare: minutes === 0 ? null : minutesForBest / minutes,
  };
}

export function reachesTarget(share: number | null, target: number = effortTarget): boolean {
  return share !== null && share >= target;
}

function minutesOf(contacts: readonly GradedContact[]): number {
  return contacts.reduce((total, { minutes }) => total + minutes, 0);
}
