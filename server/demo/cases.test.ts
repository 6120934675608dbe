import { expect, it } from 'vitest';
import { lowScoresOf } from './cases.ts';
import type { Story } from './stories.ts';

const now = '2026-03-04T02:30:00.000Z';

function storyOf(id: string, attempts: { at: string; score: number | null }[]): Story {
  const told = { customer: { id, clinicId: 'clinic' }, history: { attempts } };
  return told as unknown as Story;
}

it('makes one case of a customer who was unhappy twice in the last days, by what was heard last', () => {
  const unhappyTwice = storyOf('twice', [
    { at: '2026-03-02T08:00:00.000Z', score: 4 },
    { at: '2026-03-03T08:00:00.000Z', score: 3 },
    { at: '2026-03-03T09:00:00.000Z', score: 10 },
  ]);
  const longAgo = storyOf('long ago', [{ at: '2026-02-20T08:00:00.000Z', score: 2 }]);

  const scores = lowScoresOf([unhappyTwice, longAgo], now);

  expect(scores.map(({ customerId, score }) => [customerId, score])).toEqual([['twice', 3]]);
});
