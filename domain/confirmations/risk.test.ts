import { describe, expect, it } from 'vitest';
import { riskOf } from './risk.ts';

const usual = { isFirst: false, leadDays: 3, missedBefore: 0, confirmation: null } as const;

describe('the risk that somebody does not come', () => {
  it.each([
    { name: 'a usual return', is: {}, level: 'low', reasons: [] },
    { name: 'booked six days ahead', is: { leadDays: 6 }, level: 'low', reasons: [] },
    { name: 'booked seven days ahead', is: { leadDays: 7 }, level: 'medium', reasons: ['booked-long-ago'] },
    { name: 'nobody knows since when', is: { leadDays: null }, level: 'low', reasons: [] },
    { name: 'a first visit', is: { isFirst: true }, level: 'medium', reasons: ['first-visit'] },
    { name: 'missed one before', is: { missedBefore: 1 }, level: 'medium', reasons: ['missed-before'] },
    {
      name: 'a first visit of who missed one',
      is: { isFirst: true, missedBefore: 1 },
      level: 'high',
      reasons: ['missed-before', 'first-visit'],
    },
    {
      name: 'not reached',
      is: { confirmation: 'unreached' as const },
      level: 'medium',
      reasons: ['unreached'],
    },
    { name: 'cannot come', is: { confirmation: 'declined' as const }, level: 'high', reasons: ['declined'] },
    {
      name: 'confirmed, whatever was before',
      is: { confirmation: 'confirmed' as const, isFirst: true, missedBefore: 3, leadDays: 40 },
      level: 'low',
      reasons: [],
    },
  ])('$name: $level', ({ is, level, reasons }) => {
    expect(riskOf({ ...usual, ...is })).toMatchObject({ level, reasons });
  });
});
