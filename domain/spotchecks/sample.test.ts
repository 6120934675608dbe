import { expect, it } from 'vitest';
import { sampleOf } from './sample.ts';
import type { Sign } from './signs.ts';

const day = '2026-03-12';
const plain = (count: number): [string, Sign[]][] =>
  Array.from({ length: count }, (_, n) => [`plain ${n}`, []]);

it('begins with what is doubted most, and always draws some that nothing speaks against', () => {
  const doubted: [string, Sign[]][] = Array.from({ length: 30 }, (_, n) => [`doubted ${n}`, ['no-words']]);
  const sample = sampleOf(new Map([...plain(100), ...doubted, ['worst', ['burst', 'too-short']]]), day);
  expect(sample).toHaveLength(20);
  expect(sample[0]).toBe('worst');
  expect(sample.slice(0, 15).every((callId) => !callId.startsWith('plain'))).toBe(true);
});

it('is the whole of a small day, and the same whoever asks', () => {
  const calls = new Map(plain(7));
  expect(new Set(sampleOf(calls, day))).toEqual(new Set(calls.keys()));
  const many = plain(200);
  expect(sampleOf(new Map(many), day)).toEqual(sampleOf(new Map([...many].reverse()), day));
  expect(sampleOf(new Map(many), day)).not.toEqual(sampleOf(new Map(many), '2026-03-13'));
  expect(sampleOf(new Map(), day)).toEqual([]);
});
