import { describe, expect, it } from 'vitest';
import { DeskRules, isToConfirm, standardDeskRules } from './desk-rules.ts';

describe('the figures of the front desk', () => {
  it('are those of the mission until the clinic changes them', () => {
    expect(standardDeskRules).toMatchObject({
      ...{ confirmFirstFromDays: 3, confirmFirstByDays: 1, confirmReturnDays: 1 },
      ...{ lateCallMinutes: 10, lateRecordMinutes: 15 },
    });
  });

  it('refuse a reason that stands there twice', () => {
    expect(DeskRules.safeParse({ cancelReasons: ['天气', '天气'] }).success).toBe(false);
  });

  it.each([
    { daysAhead: 4, isFirst: true, is: false },
    { daysAhead: 3, isFirst: true, is: true },
    { daysAhead: 1, isFirst: true, is: true },
    { daysAhead: 0, isFirst: true, is: true },
    { daysAhead: -1, isFirst: true, is: false },
    { daysAhead: 2, isFirst: false, is: false },
    { daysAhead: 1, isFirst: false, is: true },
    { daysAhead: 0, isFirst: false, is: true },
    { daysAhead: -1, isFirst: false, is: false },
  ])(
    'E1: $daysAhead days ahead of a visit (first: $isFirst) is one to confirm: $is',
    ({ is, ...appointment }) => {
      expect(isToConfirm(appointment, standardDeskRules)).toBe(is);
    },
  );
});
