import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';

/** On its shelf, at the desk, with whoever treats, or kept apart with those who did not book again. */
export const chartPlaces = ['shelf', 'desk', 'room', 'kept'] as const;
export type ChartPlace = (typeof chartPlaces)[number];

export const chartParts = ['morning', 'evening'] as const;

/** What a count that is not what it should be needs before it is taken. */
export function mayCount(expected: number, counted: number, note: string | null): Decision {
  if (expected !== counted && !note) return no('difference-unexplained');
  return yes;
}

interface Out {
  place: ChartPlace | null;
  isComing: boolean;
  isBooked: boolean;
}

/** In the morning: every chart of who comes today, and a new one for who has none. */
export function expectedInMorning(charts: readonly Out[]): number {
  return charts.filter(({ isComing }) => isComing).length;
}

/** In the evening: what is at the desk or with whoever treats comes back. */
export function expectedInEvening(charts: readonly Out[]): number {
  return charts.filter(isOut).length;
}

export function isOut({ place }: { place: ChartPlace | null }): boolean {
  return place === 'desk' || place === 'room';
}

/** Where a chart goes at the end of the day: who did not book again is kept apart. */
export function placeAfter({ isBooked }: { isBooked: boolean }): 'shelf' | 'kept' {
  return isBooked ? 'shelf' : 'kept';
}
