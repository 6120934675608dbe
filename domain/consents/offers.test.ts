import { describe, expect, it } from 'vitest';
import { consentChannels } from './consent.ts';
import { standingOfOffers } from './offers.ts';
import type { Standing } from './standing.ts';

const care = { purpose: 'care', channel: null, stands: 'given' } as const;
const onAll = (...stands: Standing[]) =>
  consentChannels.map((channel, n) => ({ purpose: 'marketing' as const, channel, stands: stands[n]! }));

describe('offers on all ways together', () => {
  it.each([
    { name: 'agreed on one way', each: ['withdrawn', 'withdrawn', 'given', 'never'], stands: 'given' },
    {
      name: 'refused on all',
      each: ['withdrawn', 'withdrawn', 'withdrawn', 'withdrawn'],
      stands: 'withdrawn',
    },
    {
      name: 'refused on all but one',
      each: ['withdrawn', 'withdrawn', 'never', 'withdrawn'],
      stands: 'never',
    },
    { name: 'never asked', each: ['never', 'never', 'never', 'never'], stands: 'never' },
  ] as const)('$name: $stands', ({ each, stands }) => {
    expect(standingOfOffers([care, ...onAll(...each)])).toBe(stands);
  });
});
