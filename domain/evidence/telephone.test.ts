import { describe, expect, it } from 'vitest';
import { canHaveBeen, isFresh } from './telephone.ts';

const now = '2026-03-12T02:00:00.000Z';
const seconds = Date.parse(now) / 1000;

describe('a request', () => {
  it.each([
    { name: 'of now', sentAt: `${seconds}`, is: true },
    { name: 'five minutes old', sentAt: `${seconds - 300}`, is: true },
    { name: 'older', sentAt: `${seconds - 301}`, is: false },
    { name: 'from five minutes ahead', sentAt: `${seconds + 300}`, is: true },
    { name: 'from further ahead', sentAt: `${seconds + 301}`, is: false },
    { name: 'in milliseconds', sentAt: `${seconds * 1000}`, is: false },
    { name: 'without a time', sentAt: undefined, is: false },
    { name: 'with words for a time', sentAt: 'now', is: false },
    { name: 'with a sign before it', sentAt: `-${seconds}`, is: false },
  ])('$name is fresh: $is', ({ sentAt, is }) => {
    expect(isFresh(sentAt, now)).toBe(is);
  });
});

it.each([
  { startedAt: '2026-03-12T03:00:00.000Z', can: true },
  { startedAt: '2026-03-12T03:00:00.001Z', can: false },
])('a call that began $startedAt can have been by two: $can', ({ startedAt, can }) => {
  expect(canHaveBeen({ startedAt }, now)).toBe(can);
});
