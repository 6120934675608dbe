import { addHours } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';

/**
 * What keeps a customer who came or asked from being lost, the strongest first; `new` is who came so lately that
 * nothing is late yet, `brought-in` who came before this house was kept, and `lost` is whom nothing keeps.
 */
export const standings = [
  'open-case',
  'live-plan',
  'in-hand',
  'future-visit',
  'answered',
  'reason',
  'no-contact',
  'brought-in',
  'new',
  'lost',
] as const;
export type Standing = (typeof standings)[number];

/** What the proof goes by, of one customer. */
export interface CoverageFacts {
  /** When the customer last came or asked; null where only a sheet from before knows of it. */
  turnedToUsAt: Instant | null;
  /** Unhappy, and somebody is at work on it. */
  hasOpenCase: boolean;
  hasOpenFollowup: boolean;
  /** In the clinic right now, or a consultation is open. */
  isInHand: boolean;
  /** An appointment that stands and is to come, or was so lately that the desk may not have said what became of it. */
  hasAppointment: boolean;
  /** When a followup last brought an answer. */
  answeredAt: Instant | null;
  /** When somebody last put a name to a reason: a refusal, a followup ended by hand, "nothing comes next". */
  reasonAt: Instant | null;
  wantsNoContact: boolean;
}

/** A visit that a sheet brought in is news for so many days; an older one is history, and owes nothing here. */
export const sheetIsFreshDays = 3;

/** What came up in the last day may still wait for its plan, or for somebody to note it. */
export const graceHours = 24;

/** How a customer stands at `now` (idea 5): everybody does in exactly one way. */
export function standingOf(facts: CoverageFacts, now: Instant): Standing {
  const { turnedToUsAt } = facts;
  if (facts.hasOpenCase) return 'open-case';
  if (facts.hasOpenFollowup) return 'live-plan';
  if (facts.isInHand) return 'in-hand';
  if (facts.hasAppointment) return 'future-visit';
  if (turnedToUsAt === null) return 'brought-in';
  if (facts.answeredAt !== null && facts.answeredAt >= turnedToUsAt) return 'answered';
  if (facts.reasonAt !== null && facts.reasonAt >= turnedToUsAt) return 'reason';
  if (facts.wantsNoContact) return 'no-contact';
  return addHours(turnedToUsAt, graceHours) > now ? 'new' : 'lost';
}

export type Standings = Record<Standing, number>;

export function nobody(): Standings {
  return Object.fromEntries(standings.map((standing) => [standing, 0])) as Standings;
}

/** How many are kept by something, of how many who came or asked: what a certificate states. */
export function keptOf(counts: Standings): { kept: number; of: number } {
  const of = standings.reduce((sum, standing) => sum + counts[standing], 0) - counts['brought-in'];
  return { kept: of - counts.lost, of };
}

/** Several clinics' figures as one; a way of standing that was not known yet when they were counted is none. */
export function addStandings(counts: readonly Partial<Standings>[]): Standings {
  const sum = nobody();
  for (const each of counts) for (const standing of standings) sum[standing] += each[standing] ?? 0;
  return sum;
}

/**
 * What was counted on days on which each of the clinics was checked that was there before: a day on which one was looked
 * at by hand, while the nights stood still, proves nothing of the others.
 */
export function ofWholeDays<Counted extends { clinicId: string; day: CalendarDate }>(
  counted: readonly Counted[],
  clinics: readonly { clinicId: string; since: CalendarDate }[],
): Counted[] {
  const checked = new Set(counted.map(({ clinicId, day }) => `${day} ${clinicId}`));
  const isWhole = (day: CalendarDate) =>
    clinics.every(({ clinicId, since }) => since >= day || checked.has(`${day} ${clinicId}`));
  return counted.filter(({ day }) => isWhole(day));
}
