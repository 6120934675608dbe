import { describe, expect, it } from 'vitest';
import { asksForRepair, bandOf, scoresOfBand } from './satisfaction.ts';

describe('the band of a score', () => {
  it.each([
    [10, 'very_satisfied'],
    [9, 'satisfied'],
    [8, 'satisfied'],
    [7, 'fair'],
    [6, 'fair'],
    [5, 'dissatisfied'],
    [0, 'dissatisfied'],
  ])('%i is %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
    expect(scoresOfBand(bandOf(score))).toContain(score);
  });
});

describe('a supervisor calls again', () => {
  it.each([
    [null, false],
    [8, false],
    [7, true],
    [6, true],
    [5, true],
    [0, true],
  ])('after a score of %s: %s', (score, repairs) => expect(asksForRepair(score)).toBe(repairs));
});
