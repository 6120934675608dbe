import { addDays, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Purpose } from './contact.ts';
import { waitingPurposes } from './contract.ts';
import type { ContactBudget, WaitingPurpose } from './contract.ts';

/** What goes first where one person is wanted by several departments: what the customer arranged before what we ask. */
export const priority = ['medical', 'complaint', 'service', 'satisfaction', 'marketing'] as const;

/** No figure of the seeds: a customer is spoken to once a day at most, and is courted once in a week of silence. */
export const standardBudget: ContactBudget = {
  perDay: 1,
  limits: { service: null, satisfaction: { contacts: 2, days: 7 }, marketing: { contacts: 1, days: 7 } },
};

/** One contact that the customer noticed, whoever made it. */
export interface ContactUse {
  at: Instant;
  purpose: Purpose;
}

/** What a purpose waits for: until when, and the contacts that used the budget up, the newest first. */
export interface Wait<U extends ContactUse = ContactUse> {
  until: Instant;
  usedBy: U[];
}
export type Waits<U extends ContactUse = ContactUse> = Record<WaitingPurpose, Wait<U> | null>;

export function mayWait(purpose: Purpose): purpose is WaitingPurpose {
  return (waitingPurposes as readonly Purpose[]).includes(purpose);
}

/** A call with several matters counts once, as the weightiest of them. */
export function weightiest(purposes: readonly Purpose[]): Purpose {
  return priority.find((purpose) => purposes.includes(purpose)) ?? 'service';
}

/** A try that nobody answered bothered nobody; "call me at five" is the customer's own wish. */
export function callCounts(result: string): boolean {
  return result === 'reached' || result === 'refused';
}

/** A reminder or an address is no second contact; a questionnaire and an offer are. */
export function messageCounts(purpose: Purpose): boolean {
  return purpose === 'satisfaction' || purpose === 'marketing';
}

/**
 * Until when each purpose waits by the contacts so far, of all departments and clinics together. It depends on no
 * "now": what was worked out at the last contact holds until the next one.
 */
export function waitsOf<U extends ContactUse>(
  uses: readonly U[],
  budget: ContactBudget,
  zone: TimeZone,
): Waits<U> {
  const newestFirst = [...uses].sort((a, b) => (a.at < b.at ? 1 : -1));
  const byDay = waitOfDay(newestFirst, budget.perDay, zone);
  const waitOf = (purpose: WaitingPurpose): Wait<U> | null => {
    const limit = budget.limits[purpose];
    if (limit === null) return null;
    const inSpan = newestFirst.slice(0, limit.contacts);
    const spanIsFull = inSpan.length === limit.contacts;
    const freeOn = spanIsFull ? addDays(dayAt(inSpan.at(-1)!.at, zone), limit.days) : null;
    const bySpan = freeOn === null ? null : { until: startOfDay(freeOn, zone), usedBy: inSpan };
    return later(bySpan, byDay);
  };
  return {
    service: waitOf('service'),
    satisfaction: waitOf('satisfaction'),
    marketing: waitOf('marketing'),
  };
}

function waitOfDay<U extends ContactUse>(
  newestFirst: readonly U[],
  perDay: number | null,
  zone: TimeZone,
): Wait<U> | null {
  if (perDay === null || !newestFirst[0]) return null;
  const day = dayAt(newestFirst[0].at, zone);
  const begins = startOfDay(day, zone);
  const usedBy = newestFirst.filter(({ at }) => at >= begins);
  return usedBy.length < perDay ? null : { until: startOfDay(addDays(day, 1), zone), usedBy };
}

function later<U extends ContactUse>(one: Wait<U> | null, other: Wait<U> | null): Wait<U> | null {
  if (one === null || other === null) return one ?? other;
  return one.until >= other.until ? one : other;
}

/**
 * Until when a contact about this waits; null: it may be made now. What concerns health or a complaint never waits.
 * What was promised within a window waits no longer than until its last day; an offer waits beyond it.
 */
export function waitsUntil(
  matter: { purpose: Purpose; closesAt: Instant | null },
  waits: Record<WaitingPurpose, { until: Instant } | null>,
  now: Instant,
  zone: TimeZone,
): Instant | null {
  const { purpose, closesAt } = matter;
  if (!mayWait(purpose)) return null;
  const until = waits[purpose]?.until;
  if (until === undefined || until <= now) return null;
  if (purpose === 'marketing' || closesAt === null) return until;
  if (closesAt <= endOfDay(dayAt(now, zone), zone)) return null;
  const lastDay = startOfDay(dayAt(closesAt, zone), zone);
  return lastDay < until ? lastDay : until;
}

/** How many days back a contact can still be felt. */
export function memoryDays(budget: ContactBudget): number {
  return Math.max(1, ...waitingPurposes.map((purpose) => budget.limits[purpose]?.days ?? 1));
}
