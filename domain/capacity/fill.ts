import type { CalendarDate } from '#domain/base/time.ts';
import { standing } from './level.ts';
import type { CapacityOf, WorkItem } from './level.ts';

export interface DayFill {
  /** Minutes; several matters of a customer are one call. */
  load: number;
  contacts: number;
  /** Contacts that do not fit. */
  over: number;
}

/** How full everybody's days are as things stand. */
export function fillOf(
  work: readonly WorkItem[],
  capacityOf: CapacityOf,
): { of(personId: string, day: CalendarDate): DayFill; itemOf(id: string): WorkItem } {
  const items = new Map(work.map((item) => [item.id, item]));
  const days = new Map<string, Map<string, { minutes: number; fits: boolean }>>();
  for (const { id, day, fits } of standing(work, capacityOf)) {
    const { personId, customerId, minutes } = items.get(id)!;
    const key = `${personId} ${day}`;
    const calls = days.get(key) ?? new Map<string, { minutes: number; fits: boolean }>();
    const before = calls.get(customerId);
    calls.set(customerId, {
      minutes: Math.max(minutes, before?.minutes ?? 0),
      fits: fits && (before?.fits ?? true),
    });
    days.set(key, calls);
  }
  return {
    itemOf: (id) => items.get(id)!,
    of: (personId, day) => {
      const calls = [...(days.get(`${personId} ${day}`)?.values() ?? [])];
      return {
        load: calls.reduce((sum, { minutes }) => sum + minutes, 0),
        contacts: calls.length,
        over: calls.filter(({ fits }) => !fits).length,
      };
    },
  };
}
