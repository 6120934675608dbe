import { daysBetween } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Step } from '#domain/followups/protocol.ts';

/** One followup as somebody's work of a day. */
export interface WorkItem {
  id: string;
  customerId: string;
  /** Who does it. */
  personId: string;
  purpose: Step['purpose'];
  minutes: number;
  /** The days it can be done on, by its window and the person's hours, the first one first. */
  days: readonly CalendarDate[];
  /** The day its protocol asks for. */
  wanted: CalendarDate;
  /** The day it stands on; null: it was never placed. */
  day: CalendarDate | null;
  /** A time the customer was promised, or what is begun: it stays where it is. */
  isFixed: boolean;
}

export interface PlacedItem {
  id: string;
  day: CalendarDate;
  /** False where the day is full without it. */
  fits: boolean;
}

/** What somebody can do for followups on a day, in minutes. */
export type CapacityOf = (personId: string, day: CalendarDate) => number;

/** Whose day is full gives way in this order: the last one first. */
const ranks: readonly Step['purpose'][] = ['medical', 'complaint', 'satisfaction', 'service', 'marketing'];

/** A day that is not half full is light: nothing is moved to make it lighter. */
const lightShare = 0.5;

/**
 * Gives each item a day within its window, so that each person's days are level. What is fixed comes first, then
 * medical before marketing, then what must be done soonest; each keeps the day it has while that has room, so that
 * nothing moves without need, and a second run changes nothing: an item only ever looks at those before it. What
 * fits on none of its days stays, and is told.
 */
export function levelled(items: readonly WorkItem[], capacityOf: CapacityOf): PlacedItem[] {
  const diary = new Diary(capacityOf);
  for (const item of items) diary.expect(item);
  return items.toSorted(byPrecedence).map((item) => {
    diary.noLongerExpect(item);
    const stays = item.isFixed ? (item.day ?? item.wanted) : item.day;
    const day = item.isFixed ? stays! : dayFor(item, stays, diary);
    const fits = diary.hasRoom(item, day);
    diary.write(item, day);
    return { id: item.id, day, fits };
  });
}

/** How full the days are as things stand; in the order of `levelled`, so that what gives way is told. */
export function standing(items: readonly WorkItem[], capacityOf: CapacityOf): PlacedItem[] {
  return levelled(
    items.map((item) => ({ ...item, isFixed: true })),
    capacityOf,
  );
}

function dayFor(item: WorkItem, stays: CalendarDate | null, diary: Diary): CalendarDate {
  const mayStay = stays !== null && item.days.includes(stays);
  if (mayStay && diary.hasRoom(item, stays)) return stays;
  const open = item.days.filter((day) => diary.hasRoom(item, day));
  if (open.length === 0) return mayStay ? stays : (nearest(item.days, item.wanted) ?? item.wanted);
  const isCheaper = (one: CalendarDate, other: CalendarDate) =>
    diary.extraOf(item, one) - diary.extraOf(item, other) ||
    diary.shareWith(item, one) - diary.shareWith(item, other) ||
    distance(one, item.wanted) - distance(other, item.wanted) ||
    compare(one, other);
  return open.toSorted(isCheaper)[0]!;
}

/** Everybody's days, as far as they are filled. */
class Diary {
  readonly #capacityOf: CapacityOf;
  /** Minutes by person and day; and by customer, because several matters of a customer are one call. */
  readonly #firm = new Map<string, number>();
  readonly #calls = new Map<string, number>();
  /** What stands on its day and has not had its turn. */
  readonly #expected = new Map<string, number>();

  constructor(capacityOf: CapacityOf) {
    this.#capacityOf = capacityOf;
  }

  expect(item: WorkItem): void {
    if (item.day !== null) add(this.#expected, keyOf(item, item.day), item.minutes);
  }

  noLongerExpect(item: WorkItem): void {
    if (item.day !== null) add(this.#expected, keyOf(item, item.day), -item.minutes);
  }

  /** How much longer the day gets: nothing where the customer is called anyway. */
  extraOf(item: WorkItem, day: CalendarDate): number {
    return Math.max(0, item.minutes - (this.#calls.get(`${keyOf(item, day)} ${item.customerId}`) ?? 0));
  }

  hasRoom(item: WorkItem, day: CalendarDate): boolean {
    const filled = this.#firm.get(keyOf(item, day)) ?? 0;
    return filled + this.extraOf(item, day) <= this.#capacityOf(item.personId, day);
  }

  /** How full the day would be; light days are alike. */
  shareWith(item: WorkItem, day: CalendarDate): number {
    const key = keyOf(item, day);
    const filled = (this.#firm.get(key) ?? 0) + (this.#expected.get(key) ?? 0) + this.extraOf(item, day);
    const share = filled / Math.max(1, this.#capacityOf(item.personId, day));
    return share <= lightShare ? 0 : share;
  }

  write(item: WorkItem, day: CalendarDate): void {
    const extra = this.extraOf(item, day);
    add(this.#firm, keyOf(item, day), extra);
    add(this.#calls, `${keyOf(item, day)} ${item.customerId}`, extra);
  }
}

function byPrecedence(one: WorkItem, other: WorkItem): number {
  return (
    Number(other.isFixed) - Number(one.isFixed) ||
    ranks.indexOf(one.purpose) - ranks.indexOf(other.purpose) ||
    compare(one.days.at(-1) ?? one.wanted, other.days.at(-1) ?? other.wanted) ||
    compare(one.id, other.id)
  );
}

function nearest(days: readonly CalendarDate[], wanted: CalendarDate): CalendarDate | undefined {
  return days.toSorted(
    (one, other) => distance(one, wanted) - distance(other, wanted) || compare(one, other),
  )[0];
}

function distance(one: CalendarDate, other: CalendarDate): number {
  return Math.abs(daysBetween(one, other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf({ personId }: WorkItem, day: CalendarDate): string {
  return `${personId} ${day}`;
}

function add(map: Map<string, number>, key: string, minutes: number): void {
  map.set(key, (map.get(key) ?? 0) + minutes);
}
