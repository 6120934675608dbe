import { describe, expect, it } from 'vitest';
import { differenceInterval, wilsonInterval } from './proportion.ts';

const rounded = (interval: { low: number; high: number } | null) =>
  interval && [interval.low, interval.high].map((end) => Math.round(end * 1000) / 1000);

describe('the interval of a share', () => {
  // As the textbooks have them.
  it.each([
    { part: 0, whole: 10, interval: [0, 0.278] },
    { part: 1, whole: 10, interval: [0.018, 0.404] },
    { part: 5, whole: 10, interval: [0.237, 0.763] },
    { part: 10, whole: 10, interval: [0.722, 1] },
    { part: 81, whole: 263, interval: [0.255, 0.366] },
    { part: 0, whole: 0, interval: null },
  ])('of $part in $whole is $interval', ({ part, whole, interval }) => {
    expect(rounded(wilsonInterval(part, whole))).toEqual(interval);
  });

  it.each([
    { more: 70, less: 9, whole: 100, interval: [0.483, 0.737] },
    { more: 10, less: 0, whole: 10, interval: [1, 1] },
    { more: 0, less: 0, whole: 0, interval: null },
  ])('of the difference of $more and $less in $whole is $interval', ({ more, less, whole, interval }) => {
    expect(rounded(differenceInterval(more, less, whole))).toEqual(interval);
  });
});
