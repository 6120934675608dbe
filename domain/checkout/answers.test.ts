import { describe, expect, it } from 'vitest';
import { answersOf, points, unasked } from './answers.ts';
import type { Answers } from './answers.ts';

const all: Answers = {
  ...{ paid: 'settled', next: 'booked', offer: 'offered', followup: 'agreed', rating: 'asked' },
  account: 'added',
};

describe('how a customer leaves', () => {
  it('every point can say that nobody asked, and what nobody asked is known', () => {
    expect(points.filter((point) => !(answersOf[point] as readonly string[]).includes('not_asked'))).toEqual(
      [],
    );
    expect(unasked(all)).toEqual([]);
    expect(unasked({ ...all, rating: 'not_asked', offer: 'not_asked' })).toEqual(['offer', 'rating']);
  });
});
