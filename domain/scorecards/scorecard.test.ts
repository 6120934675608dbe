import { describe, expect, it } from 'vitest';
import { isBelowFloor, Scorecard, scoreOf, standardScorecard, trendOf } from './scorecard.ts';

describe('a score of the desk', () => {
  it('has a hundred points as it ships', () => {
    expect(Scorecard.parse(standardScorecard).criteria.reduce((sum, { points }) => sum + points, 0)).toBe(
      100,
    );
  });

  it.each([
    { name: 'all of it', given: [10, 20], score: 100 },
    { name: 'half', given: [5, 10], score: 50 },
    { name: 'rounded', given: [0, 10], score: 33 },
    { name: 'nothing', given: [0, 0], score: 0 },
  ])('is of a hundred: $name', ({ given, score }) => {
    const marks = [10, 20].map((points, index) => ({ name: String(index), points, given: given[index]! }));
    expect(scoreOf(marks)).toBe(score);
  });

  it.each([
    { score: 79, isBelow: true },
    { score: 80, isBelow: false },
    { score: 81, isBelow: false },
  ])('of $score against a floor of 80', ({ score, isBelow }) => {
    expect(isBelowFloor(score, 80)).toBe(isBelow);
  });

  it('is followed month by month', () => {
    const look = (day: string, score: number) => ({ staffId: 'a', day, score, floor: 80 });
    expect(trendOf([look('2026-03-01', 90), look('2026-02-01', 70), look('2026-03-20', 75)])).toEqual([
      {
        staffId: 'a',
        months: [
          { month: '2026-02', average: 70, looks: 1, below: 1 },
          { month: '2026-03', average: 83, looks: 2, below: 1 },
        ],
      },
    ]);
  });
});
