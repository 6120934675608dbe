import { describe, expect, it } from 'vitest';
import { figuresOf, gapOf, noScores, recommendFigures, shareOf, tally } from './figures.ts';

const counts = (given: Record<number, number>) => noScores().map((_, score) => given[score] ?? 0);
const of = (n: number | null) => (n === null ? null : Math.round(n * 10) / 10);

describe('the bands of a dimension', () => {
  it.each([
    { score: 10, band: 'very_satisfied' },
    { score: 9, band: 'satisfied' },
    { score: 8, band: 'satisfied' },
    { score: 7, band: 'fair' },
    { score: 6, band: 'fair' },
    { score: 5, band: 'dissatisfied' },
    { score: 0, band: 'dissatisfied' },
  ])('hold a $score under $band', ({ score, band }) => {
    const { bands, n, mean } = figuresOf(counts({ [score]: 3 }));
    expect([n, mean]).toEqual([3, score]);
    expect(bands.filter(({ count }) => count > 0)).toMatchObject([{ band, count: 3, of: 3 }]);
  });

  it('say of nobody nothing', () => {
    const { n, mean, bands } = figuresOf(noScores());
    expect([n, mean, bands[0]]).toEqual([
      0,
      null,
      { band: 'very_satisfied', count: 0, of: 0, interval: null },
    ]);
  });
});

describe('whether they would recommend us', () => {
  it('is 61 where 70 would, 9 would not, and 21 are between, with its interval and the response rate', () => {
    const seeded = counts({ 10: 40, 9: 30, 8: 11, 7: 10, 6: 4, 3: 3, 0: 2 });
    const figures = recommendFigures(seeded);
    expect(figures).toMatchObject({ n: 100, promoters: 70, passives: 21, detractors: 9, score: 61 });
    expect([of(figures.interval!.low), of(figures.interval!.high)]).toEqual([48.3, 73.7]);
    const response = shareOf(100, 160);
    expect([of(response.interval!.low * 100), of(response.interval!.high * 100)]).toEqual([54.8, 69.6]);
  });

  it.each([
    { name: 'all would', given: { 9: 1 }, score: 100 },
    { name: 'none would', given: { 6: 1 }, score: -100 },
    { name: 'all are between', given: { 7: 1, 8: 1 }, score: 0 },
    { name: 'nobody was asked', given: {}, score: null },
  ])('is $score where $name', ({ given, score }) => {
    expect(recommendFigures(counts(given)).score).toBe(score);
  });
});

describe('the gap of a person', () => {
  const all = { 8: 10 };
  it.each([
    { name: 'above those of their own customers', staff: { 10: 2 }, own: { 7: 5 }, gap: 3, against: 'own' },
    { name: 'of their own too few', staff: { 10: 2 }, own: { 7: 4 }, gap: 2, against: 'all' },
    { name: 'no different', staff: { 8: 1 }, own: {}, gap: 0, against: 'all' },
    { name: 'nothing written down', staff: {}, own: {}, gap: null, against: 'all' },
  ])('is $gap: $name', ({ staff, own, gap, against }) => {
    expect(gapOf(counts(staff), counts(own), counts(all))).toMatchObject({ gap, against });
  });
});

it('counts from two sources add up under one heading', () => {
  const one = { key: 'a', dimension: 'overall', score: 9, count: 2 };
  const tallied = tally([one, { ...one, count: 3 }, { ...one, score: 0, count: 1 }, { ...one, key: null }]);
  expect(tallied.get('a')!.get('overall')).toEqual(counts({ 0: 1, 9: 5 }));
  expect(tallied.get(null)!.get('overall')).toEqual(counts({ 9: 2 }));
});
