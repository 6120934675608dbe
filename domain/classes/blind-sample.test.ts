import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindSample } from './blind-sample.ts';

const week = '2026-03-09';
const calls = Array.from({ length: 200 }, (_, place) => `call-${place}`);

describe('the sample to be coded again', () => {
  it('is the same however often it is drawn, and in whatever order the contacts stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(calls, { minLength: calls.length }), (shuffled) => {
        expect(blindSample(shuffled, week, 'li', 10)).toEqual(blindSample(calls, week, 'li', 10));
      }),
      { numRuns: 20 },
    );
  });

  it('is another one for another week, and for another person', () => {
    const drawn = blindSample(calls, week, 'li', 10);
    expect(blindSample(calls, '2026-03-16', 'li', 10)).not.toEqual(drawn);
    expect(blindSample(calls, week, 'wu', 10)).not.toEqual(drawn);
  });

  it.each([
    { size: 0, drawn: 0 },
    { size: 199, drawn: 199 },
    { size: 200, drawn: 200 },
    { size: 201, drawn: 200 },
  ])('of $size from 200 contacts has $drawn, each once', ({ size, drawn }) => {
    expect(new Set(blindSample(calls, week, 'li', size)).size).toBe(drawn);
  });

  it('draws each contact about as often as any other', () => {
    const drawn = new Map<string, number>(calls.map((call) => [call, 0]));
    for (let day = 0; day < 1000; day++) {
      for (const call of blindSample(calls, `week ${day}`, 'li', 20)) drawn.set(call, drawn.get(call)! + 1);
    }
    // A hundred times expected, with a spread of about ten.
    for (const times of drawn.values()) {
      expect(times).toBeGreaterThan(50);
      expect(times).toBeLessThan(150);
    }
  });
});
