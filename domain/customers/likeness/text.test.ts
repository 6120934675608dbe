import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler, sharedPairs, slipsBetween } from './text.ts';

describe('slips of the finger', () => {
  it.each([
    { a: 'webb', b: 'webb', slips: 0 },
    { a: 'webb', b: 'web', slips: 1 },
    { a: 'webb', b: 'webv', slips: 1 },
    { a: 'talyah', b: 'taylah', slips: 1 },
    { a: 'webb', b: 'bewb', slips: 2 },
    { a: '', b: 'abc', slips: 3 },
    { a: '王小明', b: '王晓明', slips: 1 },
    { a: '𠮷田', b: '吉田', slips: 1 },
  ])('$a and $b: $slips', ({ a, b, slips }) => {
    expect(slipsBetween(a, b)).toBe(slips);
  });
});

describe('likeness after Jaro and Winkler', () => {
  it.each([
    { a: 'MARTHA', b: 'MARHTA', likeness: 0.961 },
    { a: 'DWAYNE', b: 'DUANE', likeness: 0.84 },
    { a: 'DIXON', b: 'DICKSONX', likeness: 0.813 },
    { a: 'abc', b: 'xyz', likeness: 0 },
    { a: '', b: '', likeness: 1 },
    { a: '', b: 'a', likeness: 0 },
  ])('of $a and $b is $likeness', ({ a, b, likeness }) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3);
  });
});

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '王', '𠮷'), maxLength: 12 });

it('is the same whichever text comes first, and whole only for one text', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
      expect(sharedPairs(a, b)).toBe(sharedPairs(b, a));
      for (const likeness of [jaroWinkler(a, b), sharedPairs(a, b)]) {
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
