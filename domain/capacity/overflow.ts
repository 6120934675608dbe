import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { DecisionKind, Hindrance } from './contract.ts';
import { levelled } from './level.ts';
import type { CapacityOf, WorkItem } from './level.ts';

/** One of the followups that something is to be done about. */
export interface InQuestion {
  item: WorkItem;
  mayWaitDays: number;
  /** The days after its window that its holder works, as far as it may wait. */
  laterDays: readonly CalendarDate[];
  /** Whether the colleague it is lent to may hold it: they call, and see its clinic. */
  mayBeLent: boolean;
}

export type Outcome =
  | { id: string; kind: 'moves'; day: CalendarDate }
  | { id: string; kind: 'lent'; day: CalendarDate }
  | { id: string; kind: 'dropped' }
  | { id: string; kind: 'stays'; why: Hindrance };

/**
 * What a decision makes of each followup in question; `others` is all the rest as it stands, which stays there. Only
 * what has room later is extended, and only as far as needed; only marketing is dropped; what the customer was
 * promised keeps its time, but another may keep it.
 */
export function decided(
  kind: DecisionKind,
  questions: readonly InQuestion[],
  others: readonly WorkItem[],
  capacityOf: CapacityOf,
  toId: string | null,
): Outcome[] {
  if (kind === 'drop')
    return questions.map(({ item }) =>
      item.isFixed
        ? { id: item.id, kind: 'stays', why: 'promised' }
        : item.purpose === 'marketing'
          ? { id: item.id, kind: 'dropped' }
          : { id: item.id, kind: 'stays', why: 'not-marketing' },
    );
  if (kind === 'lend')
    return questions.map(({ item, mayBeLent }) => {
      if (toId === null) return { id: item.id, kind: 'stays', why: 'no-room' };
      return mayBeLent
        ? { id: item.id, kind: 'lent', day: item.day ?? item.wanted }
        : { id: item.id, kind: 'stays', why: 'not-for-them' };
    });
  const movable = questions.filter(({ item, mayWaitDays }) => !item.isFixed && mayWaitDays > 0);
  const placed = new Map(
    levelled(
      [
        ...others.map((item) => ({ ...item, isFixed: true })),
        ...movable.map(({ item, laterDays }) => ({
          ...item,
          days: [...laterDays],
          wanted: laterDays[0] ?? addDays(item.wanted, 1),
          day: null,
        })),
      ],
      capacityOf,
    ).map((each) => [each.id, each]),
  );
  return questions.map(({ item, mayWaitDays, laterDays }): Outcome => {
    if (item.isFixed) return { id: item.id, kind: 'stays', why: 'promised' };
    if (mayWaitDays === 0) return { id: item.id, kind: 'stays', why: 'may-not-wait' };
    const place = placed.get(item.id)!;
    return place.fits && laterDays.includes(place.day)
      ? { id: item.id, kind: 'moves', day: place.day }
      : { id: item.id, kind: 'stays', why: 'no-room' };
  });
}
