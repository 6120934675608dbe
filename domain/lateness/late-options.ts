import { addMinutes, hoursBetween } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';

/** What the desk can do with somebody who comes late (E2). */
export const lateChoices = ['wait', 'shorten', 'swap', 'rebook'] as const;
export type LateChoice = (typeof lateChoices)[number];

interface Booked {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
}

export interface LateSituation {
  late: Booked;
  /** When they are thought to be here. */
  arrivesAt: Instant;
  /** Who comes to the same doctor after them, in order; `isHere` sits in the waiting room already. */
  after: readonly (Booked & { isHere: boolean })[];
}

export interface LateOption {
  choice: LateChoice;
  /** Who begins how many minutes later than booked; less than nothing is sooner. */
  delays: { id: string; minutes: number }[];
  /** How long whoever is late is treated. */
  minutes: number;
  isPossible: boolean;
}

/** Somebody of the day, as far as it decides who waits behind whom. */
interface OfDay {
  id: string;
  doctorId: string | null;
  startsAt: Instant;
  /** Booked and not here yet, or here; who is gone, cancelled or given up waits for nobody. */
  isToCome: boolean;
}

/**
 * Whom somebody late holds up: who comes to the same doctor at their hour or after it. Who has no doctor yet waits behind
 * nobody, and holds nobody up.
 */
export function whoComesAfter<T extends OfDay>(late: OfDay, day: readonly T[]): T[] {
  if (late.doctorId === null) return [];
  return day.filter(
    ({ id, doctorId, startsAt, isToCome }) =>
      id !== late.id && isToCome && doctorId === late.doctorId && startsAt >= late.startsAt,
  );
}

/** Less than this part of what was planned is no treatment. */
const leastPart = 0.5;
/** Up to this, somebody who waits for another does not mind much. */
const bearableMinutes = 15;

const minutesBetween = (from: Instant, to: Instant): number => Math.round(hoursBetween(from, to) * 60);
const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** What waiting, shortening, swapping and rebooking each does to the others of the doctor's day. */
export function lateOptions({ late, arrivesAt, after }: LateSituation): LateOption[] {
  const planned = minutesBetween(late.startsAt, late.endsAt);
  const startsAt = laterOf(arrivesAt, late.startsAt);
  const left = Math.max(0, minutesBetween(startsAt, late.endsAt));
  const waited = pushed(addMinutes(startsAt, planned), after);
  const [next, ...rest] = after;
  const swapped = next?.isHere ? swap(late, startsAt, planned, next, rest) : null;
  return [
    { choice: 'wait', delays: waited, minutes: planned, isPossible: true },
    { choice: 'shorten', delays: [], minutes: left, isPossible: left >= planned * leastPart },
    {
      choice: 'swap',
      delays: swapped?.delays ?? [],
      minutes: planned,
      isPossible: swapped !== null,
    },
    { choice: 'rebook', delays: [], minutes: 0, isPossible: true },
  ];
}

/** Who begins later since the one before them ends later. */
function pushed(freeAt: Instant, after: readonly Booked[]): { id: string; minutes: number }[] {
  const delays: { id: string; minutes: number }[] = [];
  let free = freeAt;
  for (const each of after) {
    const startsAt = laterOf(each.startsAt, free);
    const minutes = minutesBetween(each.startsAt, startsAt);
    if (minutes > 0) delays.push({ id: each.id, minutes });
    free = addMinutes(startsAt, minutesBetween(each.startsAt, each.endsAt));
  }
  return delays;
}

/** Who is here goes first, at the hour that is empty; whoever is late follows. */
function swap(
  late: Booked,
  arrivesAt: Instant,
  planned: number,
  next: Booked,
  rest: readonly Booked[],
): { delays: { id: string; minutes: number }[] } {
  const length = minutesBetween(next.startsAt, next.endsAt);
  const nextEnds = addMinutes(late.startsAt, length);
  const lateStarts = laterOf(arrivesAt, nextEnds);
  const sooner = { id: next.id, minutes: minutesBetween(next.startsAt, late.startsAt) };
  return { delays: [sooner, ...pushed(addMinutes(lateStarts, planned), rest)] };
}

/**
 * What does least to the others: to shorten where enough time is left; to swap where that makes nobody wait longer than
 * waiting would; to wait while nobody waits unbearably; else to find another time.
 */
export function suggestedChoice(options: readonly LateOption[]): LateChoice {
  const of = (choice: LateChoice): LateOption => options.find((option) => option.choice === choice)!;
  if (of('shorten').isPossible && worst(of('wait')) > 0) return 'shorten';
  if (worst(of('wait')) === 0) return 'wait';
  if (of('swap').isPossible && worst(of('swap')) <= Math.min(worst(of('wait')), bearableMinutes))
    return 'swap';
  return worst(of('wait')) <= bearableMinutes ? 'wait' : 'rebook';
}

const worst = ({ delays }: LateOption): number => Math.max(0, ...delays.map(({ minutes }) => minutes));
