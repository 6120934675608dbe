import { describe, expect, it } from 'vitest';
import { chartRows, isPlaceOf, teeth } from './places.ts';

describe('the teeth', () => {
  it('are 32 permanent and 20 milk teeth, each once', () => {
    expect(teeth).toHaveLength(52);
    expect(new Set(teeth).size).toBe(52);
  });

  it.each([
    { place: '11', is: true },
    { place: '18', is: true },
    { place: '19', is: false },
    { place: '10', is: false },
    { place: '48', is: true },
    { place: '50', is: false },
    { place: '51', is: true },
    { place: '55', is: true },
    { place: '56', is: false },
    { place: '85', is: true },
    { place: '91', is: false },
    { place: 'nose', is: false },
  ])('$place: $is', ({ place, is }) => {
    expect(isPlaceOf('tooth', place)).toBe(is);
  });

  it('stand as one faces the customer, whose right is on the left', () => {
    const [upper, lower] = chartRows('permanent');
    expect([upper!.teeth[0], upper!.teeth[7], upper!.teeth[8], upper!.teeth[15]]).toEqual([
      '18',
      '11',
      '21',
      '28',
    ]);
    expect([lower!.teeth[0], lower!.teeth[15]]).toEqual(['48', '38']);
    const [milk] = chartRows('milk');
    expect(milk!.teeth).toEqual(['55', '54', '53', '52', '51', '61', '62', '63', '64', '65']);
  });
});

describe('a place', () => {
  it('belongs to its area', () => {
    expect(isPlaceOf('skin', 'nose')).toBe(true);
    expect(isPlaceOf('body', 'nose')).toBe(false);
    expect(isPlaceOf('body', 'back')).toBe(true);
  });
});
