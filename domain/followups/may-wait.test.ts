import { describe, expect, it } from 'vitest';
import { mayWaitDays } from './may-wait.ts';

describe('how long a step may wait', () => {
  it.each([
    { name: 'an offer a week', step: { purpose: 'marketing' }, days: 7 },
    { name: 'an offer as its protocol says', step: { purpose: 'marketing', mayWaitDays: 0 }, days: 0 },
    { name: 'anything else not at all', step: { purpose: 'satisfaction' }, days: 0 },
    {
      name: 'anything else where its protocol says so',
      step: { purpose: 'service', mayWaitDays: 3 },
      days: 3,
    },
    { name: 'a birthday never', step: { purpose: 'marketing', anyDay: true, mayWaitDays: 3 }, days: 0 },
  ] as const)('$name', ({ step, days }) => {
    expect(mayWaitDays(step)).toBe(days);
  });
});
