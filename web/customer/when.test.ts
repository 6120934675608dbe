import { describe, expect, it } from 'vitest';
import { isMorning, sayDate, sayWhen } from './when.ts';

describe('when something is', () => {
  it('is said with its weekday, in the language of the page, by the clinic’s clock', () => {
    expect(sayWhen('2026-03-13T09:00', 'zh')).toBe('3月13日周五 09:00');
    expect(sayWhen('2026-03-13T09:00', 'en')).toMatch(/^Fri,? 13 Mar 09:00$/);
    expect(sayWhen('2026-12-31T23:30', 'zh')).toBe('12月31日周四 23:30');
  });

  it('is said of a moment as its day, with the year', () => {
    expect(sayDate('2026-03-13T12:00:00.000Z', 'zh')).toBe('2026年3月13日');
    expect(sayDate('2026-03-13T12:00:00.000Z', 'en')).toBe('13 Mar 2026');
  });

  it.each([
    { wall: '2026-03-13T11:59', is: true },
    { wall: '2026-03-13T12:00', is: false },
  ])('$wall is in the morning: $is', ({ wall, is }) => {
    expect(isMorning(wall)).toBe(is);
  });
});
