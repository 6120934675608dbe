import { describe, expect, it } from 'vitest';
import { expectedInEvening, expectedInMorning, mayCount, placeAfter } from './chart.ts';

const chart = { place: null, isComing: true, isBooked: false };

describe('charts', () => {
  it.each([
    { name: 'one less, without words', expected: 3, counted: 2, note: null, allowed: false },
    { name: 'as many', expected: 3, counted: 3, note: null, allowed: true },
    { name: 'one more, without words', expected: 3, counted: 4, note: null, allowed: false },
    { name: 'one less, with words', expected: 3, counted: 2, note: '一本在医生处', allowed: true },
  ])('counted: $name', ({ expected, counted, note, allowed }) => {
    expect(mayCount(expected, counted, note).allowed).toBe(allowed);
  });

  it('are expected in the morning of who comes, in the evening of where they are', () => {
    const charts = [
      chart,
      { ...chart, place: 'shelf' as const },
      { ...chart, place: 'room' as const, isComing: false },
      { ...chart, place: 'desk' as const },
      { ...chart, place: 'kept' as const, isComing: false },
    ];
    expect(expectedInMorning(charts)).toBe(3);
    expect(expectedInEvening(charts)).toBe(2);
  });

  it('of who did not book again are kept apart', () => {
    expect(placeAfter({ isBooked: true })).toBe('shelf');
    expect(placeAfter({ isBooked: false })).toBe('kept');
  });
});
