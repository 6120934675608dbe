import { describe, expect, it } from 'vitest';
import { sumsOf } from './window-sums.ts';

const none = { opensAfterMs: null, dueAfterMs: null, fromMonth: false, months: 0, days: 0, leadDays: 0 };

describe('a window as sums', () => {
  it.each([
    {
      name: 'hours are milliseconds',
      window: { kind: 'after', opensHours: 0.25, dueHours: 24 },
      sums: { ...none, opensAfterMs: 900_000, dueAfterMs: 86_400_000, afterEvent: true },
    },
    {
      name: 'days open so many before they are due, and not before the event',
      window: { kind: 'days', opensDay: 1, dueDay: 3 },
      sums: { ...none, days: 3, leadDays: 2, afterEvent: true },
    },
    {
      name: 'days before an event known ahead open before it',
      window: { kind: 'days', opensDay: -3, dueDay: 0 },
      sums: { ...none, days: 0, leadDays: 3, afterEvent: false },
    },
    {
      name: 'months are months, however long',
      window: { kind: 'months', dueMonth: 4, leadDays: 30 },
      sums: { ...none, months: 4, leadDays: 30, afterEvent: true },
    },
    {
      name: 'the next month counts from the first of the event’s own, to the day before the one named',
      window: { kind: 'next-month', before: 10 },
      sums: { ...none, fromMonth: true, months: 1, days: 8, leadDays: 8, afterEvent: false },
    },
  ] as const)('$name', ({ window, sums }) => {
    expect(sumsOf({ window })).toEqual([{ ...sums, occurrence: 1 }]);
  });

  it('a step that repeats has sums for each time', () => {
    const window = { kind: 'repeat', unit: 'month', every: 3, first: 2, times: 2, leadDays: 7 } as const;
    expect(sumsOf({ window })!.map(({ occurrence, months }) => [occurrence, months])).toEqual([
      [1, 6],
      [2, 9],
    ]);
    expect(sumsOf({ window: { ...window, unit: 'day' } })!.map(({ days }) => days)).toEqual([6, 9]);
  });

  it('a step counted from another one is more than sums', () => {
    expect(sumsOf({ window: { kind: 'days', opensDay: 1, dueDay: 3 }, from: 'the-first' })).toBeNull();
  });
});
