import { blindSample } from '#domain/classes/blind-sample.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { riskOf } from './signs.ts';
import type { Sign } from './signs.ts';

/** How many calls of a day a supervisor looks at, and how many of these are drawn whatever speaks for them. */
export interface SampleSize {
  calls: number;
  drawn: number;
}
export const standardSample: SampleSize = { calls: 20, drawn: 5 };

/**
 * The calls of a day to look at (G1): the riskiest first, then some drawn by dice that fall alike for whoever asks, so
 * that nobody can reckon with being left out.
 */
export function sampleOf(
  found: ReadonlyMap<string, readonly Sign[]>,
  day: CalendarDate,
  { calls, drawn }: SampleSize = standardSample,
): string[] {
  const doubted = [...found]
    .map(([callId, signs]) => ({ callId, risk: riskOf(signs) }))
    .filter(({ risk }) => risk > 0)
    .sort((a, b) => b.risk - a.risk || (a.callId < b.callId ? -1 : 1))
    .slice(0, Math.max(0, calls - drawn))
    .map(({ callId }) => callId);
  const taken = new Set(doubted);
  const others = [...found.keys()].filter((callId) => !taken.has(callId));
  return [...doubted, ...blindSample(others, day, 'spot check', calls - doubted.length)];
}
