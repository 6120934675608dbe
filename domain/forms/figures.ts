import { differenceInterval, wilsonInterval } from '#domain/base/proportion.ts';
import type { Interval } from '#domain/base/proportion.ts';
import { bandOf, satisfactionBands } from '#domain/followups/satisfaction.ts';
import type { SatisfactionBand } from '#domain/followups/satisfaction.ts';

/** How often each score of 0 to 10 was given. */
export type ScoreCounts = readonly number[];

export interface Share {
  /** How many of `of`. */
  count: number;
  of: number;
  interval: Interval | null;
}

export const shareOf = (count: number, of: number): Share => ({
  count,
  of,
  interval: wilsonInterval(count, of),
});

export interface BandShare extends Share {
  band: SatisfactionBand;
}

export interface DimensionFigures {
  /** Ratings. */
  n: number;
  mean: number | null;
  bands: BandShare[];
}

export const sumOf = (counts: ScoreCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** The bands of D2, each with how many it is of and how sure that is. */
export function figuresOf(counts: ScoreCounts): DimensionFigures {
  const n = sumOf(counts);
  const total = counts.reduce((sum, count, score) => sum + count * score, 0);
  const bands = satisfactionBands.map((band) => {
    const count = counts.reduce((sum, each, score) => (bandOf(score) === band ? sum + each : sum), 0);
    return { band, ...shareOf(count, n) };
  });
  return { n, mean: n === 0 ? null : total / n, bands };
}

export interface RecommendFigures {
  n: number;
  /** 9 and 10; 7 and 8; 0 to 6. */
  promoters: number;
  passives: number;
  detractors: number;
  /** Promoters less detractors, of a hundred. */
  score: number | null;
  interval: Interval | null;
}

/** The net promoter score, from −100 to 100. */
export function recommendFigures(counts: ScoreCounts): RecommendFigures {
  const between = (low: number, high: number) => sumOf(counts.slice(low, high + 1));
  const [detractors, passives, promoters] = [between(0, 6), between(7, 8), between(9, 10)];
  const n = sumOf(counts);
  const interval = differenceInterval(promoters, detractors, n);
  return {
    n,
    promoters,
    passives,
    detractors,
    score: n === 0 ? null : Math.round((100 * (promoters - detractors)) / n),
    interval: interval && { low: interval.low * 100, high: interval.high * 100 },
  };
}

/** So many ratings of somebody's own customers are needed before they are compared with those. */
export const ownRatingsNeeded = 5;

interface Side {
  n: number;
  mean: number | null;
}

export interface GapFigures {
  staffAsked: Side;
  selfFilled: Side;
  /** Whether the ratings beside theirs are of those they asked, or, where these are few, of everybody. */
  against: 'own' | 'all';
  /** By how much the scores that staff wrote down are above those customers gave by themselves. */
  gap: number | null;
}

/** Scores somebody asked for and wrote down, beside those customers gave alone (idea 13). */
export function gapOf(staffAsked: ScoreCounts, ownSelf: ScoreCounts, allSelf: ScoreCounts): GapFigures {
  const against = sumOf(ownSelf) >= ownRatingsNeeded ? 'own' : 'all';
  const sideOf = (counts: ScoreCounts): Side => {
    const { n, mean } = figuresOf(counts);
    return { n, mean };
  };
  const [staff, self] = [sideOf(staffAsked), sideOf(against === 'own' ? ownSelf : allSelf)];
  const gap = staff.mean === null || self.mean === null ? null : staff.mean - self.mean;
  return { staffAsked: staff, selfFilled: self, against, gap };
}

export const noScores = (): number[] => Array.from({ length: 11 }, () => 0);

/** So many ratings of one score, under one heading. */
export interface CountedScore<D extends string = string> {
  key: string | null;
  dimension: D;
  score: number;
  count: number;
}

/** What was counted, by heading and dimension. */
export function tally<D extends string>(
  counted: readonly CountedScore<D>[],
): Map<string | null, Map<D, number[]>> {
  const tallied = new Map<string | null, Map<D, number[]>>();
  for (const { key, dimension, score, count } of counted) {
    const own = tallied.get(key) ?? new Map<D, number[]>();
    const counts = own.get(dimension) ?? noScores();
    counts[score]! += count;
    tallied.set(key, own.set(dimension, counts));
  }
  return tallied;
}
