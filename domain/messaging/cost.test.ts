import { describe, expect, it } from 'vitest';
import { costFen, costHolds, unitsOf } from './cost.ts';

describe('the brake of the cost', () => {
  const limits = { dailyCostFen: 20_000, monthlyCostFen: 300_000 };
  it.each([
    { name: 'a day below its figure', todayFen: 19_999, holds: null },
    { name: 'a day at its figure', todayFen: 20_000, holds: null },
    { name: 'a day above its figure', todayFen: 20_001, holds: 'day' },
    { name: 'a month below its figure', monthFen: 299_999, holds: null },
    { name: 'a month at its figure', monthFen: 300_000, holds: null },
    { name: 'a month above its figure', monthFen: 300_001, holds: 'month' },
    { name: 'both above', todayFen: 20_001, monthFen: 300_001, holds: 'month' },
    { name: 'a day without a limit', todayFen: 1e9, some: { dailyCostFen: null }, holds: null },
    { name: 'a month without a limit', monthFen: 1e9, some: { monthlyCostFen: null }, holds: null },
    { name: 'nothing spent and nothing allowed', some: { dailyCostFen: 0 }, holds: null },
    { name: 'a fen where nothing is allowed', todayFen: 1, some: { dailyCostFen: 0 }, holds: 'day' },
  ] as {
    name: string;
    todayFen?: number;
    monthFen?: number;
    some?: Partial<typeof limits>;
    holds: string | null;
  }[])('$name: $holds', ({ todayFen = 0, monthFen = 0, some = {}, holds }) => {
    expect(costHolds({ todayFen, monthFen }, { ...limits, ...some })).toBe(holds);
  });
});

describe('what a message costs', () => {
  const sms = { kind: 'aliyun-sms', settings: { signName: '晴天口腔' } } as const;
  it.each([
    { name: 'a text as long as one may be', account: sms, length: 64, units: 1 },
    { name: 'a sign more', account: sms, length: 65, units: 2 },
    { name: 'three parts', account: sms, length: 129, units: 3 },
    { name: 'a long letter', account: { kind: 'smtp', settings: {} } as const, length: 900, units: 1 },
  ])('$name is $units', ({ account, length, units }) => {
    expect(unitsOf(account, '好'.repeat(length))).toBe(units);
  });

  it('is whole fen, never less than it is', () => {
    expect(costFen(1, 4_500)).toBe(5);
    expect(costFen(2, 4_500)).toBe(9);
    expect(costFen(0, 4_500)).toBe(0);
  });
});
