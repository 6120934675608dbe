import { expect, it } from 'vitest';
import { periodMeant } from './period.ts';

it.each([
  { asked: {}, from: '2026-03-01', to: '2026-03-12' },
  { asked: { to: '2026-02-10' }, from: '2026-02-01', to: '2026-02-10' },
  { asked: { from: '2026-01-05' }, from: '2026-01-05', to: '2026-03-12' },
  { asked: { from: '2026-04-01', to: '2026-03-01' }, from: '2026-03-01', to: '2026-03-01' },
  { asked: { from: '2025-03-12' }, from: '2025-03-12', to: '2026-03-12' },
  { asked: { from: '2025-03-11' }, from: '2025-03-12', to: '2026-03-12' },
])('of $asked the days from $from to $to are meant', ({ asked, from, to }) => {
  expect(periodMeant(asked, '2026-03-12')).toEqual({ from, to });
});
