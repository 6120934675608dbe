import { describe, expect, it } from 'vitest';
import { balanceUnitOf, isLow, lowBalanceText, standardFloorOf } from './balance.ts';
import { flawsOfNotice } from './notice.ts';

describe('a balance', () => {
  it.each([
    { name: 'above the figure', left: 5_001, floor: 5_000, low: false },
    { name: 'at the figure', left: 5_000, floor: 5_000, low: false },
    { name: 'below the figure', left: 4_999, floor: 5_000, low: true },
    { name: 'overdrawn', left: -1, floor: 0, low: true },
    { name: 'of nothing, where nobody wants to be told', left: 0, floor: null, low: false },
    { name: 'nobody has told of', left: null, floor: 5_000, low: false },
  ])('$name: low is $low', ({ left, floor, low }) => {
    expect(isLow({ left, floor })).toBe(low);
  });

  it('has a figure to begin with wherever a provider tells one', () => {
    for (const [kind, unit] of Object.entries(balanceUnitOf) as [keyof typeof balanceUnitOf, unknown][])
      expect(standardFloorOf(kind) === null).toBe(unit === null);
  });

  it.each([
    { left: 12_345, floor: 50_000, unit: 'fen' as const, says: '还剩 123.45 元，低于提醒线 500.00 元' },
    { left: 13_800_001_234, floor: 1e11, unit: 'messages' as const, says: '还剩 13800001234 条' },
  ])('is told in words: $says', ({ left, floor, unit, says }) => {
    expect(lowBalanceText({ provider: '阿里云短信', clinic: null }, { left, floor }, unit)).toContain(says);
  });

  it('is told in words that a group may read', () => {
    const text = lowBalanceText(
      { provider: '腾讯云短信', clinic: '晴天种植牙门诊' },
      { left: 0, floor: 500 },
      'messages',
    );
    expect(flawsOfNotice(text, { ours: ['晴天种植牙门诊'] })).toEqual([]);
  });
});
