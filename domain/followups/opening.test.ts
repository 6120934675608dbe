import { expect, it } from 'vitest';
import { openedAt } from './opening.ts';

const now = '2026-03-12T03:00:00.000Z';

it.each([
  { name: 'as told', told: '2026-03-12T02:55:00.000Z', at: '2026-03-12T02:55:00.000Z' },
  { name: 'now', told: now, at: now },
  { name: 'at nobody’s word', told: undefined, at: null },
  { name: 'not in the future', told: '2026-03-12T03:00:00.001Z', at: null },
  { name: 'two hours ago at most', told: '2026-03-12T01:00:00.000Z', at: '2026-03-12T01:00:00.000Z' },
  { name: 'not longer ago', told: '2026-03-12T00:59:59.999Z', at: null },
])('a call sheet was opened $name', ({ told, at }) => {
  expect(openedAt(told, now)).toBe(at);
});
