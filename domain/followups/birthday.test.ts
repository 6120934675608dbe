import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/base/time.ts';
import { lunarCalendar } from '#server/platform/china-days.ts';
import { birthdaysBetween, nextBirthday } from './birthday.ts';

const next = (born: string, calendar: 'solar' | 'lunar', from: string) =>
  nextBirthday(born, calendar, from, lunarCalendar);

describe('a birthday by the solar calendar', () => {
  it.each([
    { name: 'is today on its day', born: '1990-03-12', from: '2026-03-12', on: '2026-03-12' },
    { name: 'is tomorrow the day before', born: '1990-03-13', from: '2026-03-12', on: '2026-03-13' },
    { name: 'is next year the day after', born: '1990-03-11', from: '2026-03-12', on: '2027-03-11' },
    { name: 'of 29 February in a leap year', born: '2000-02-29', from: '2028-02-01', on: '2028-02-29' },
    { name: 'of 29 February in a common year', born: '2000-02-29', from: '2026-02-01', on: '2026-02-28' },
    { name: 'of 29 February, the day after', born: '2000-02-29', from: '2026-03-01', on: '2027-02-28' },
    { name: 'of 29 February in 2100', born: '2000-02-29', from: '2100-01-01', on: '2100-02-28' },
    { name: 'on 31 December', born: '1970-12-31', from: '2026-12-31', on: '2026-12-31' },
    { name: 'on 1 January, from the eve', born: '1970-01-01', from: '2026-12-31', on: '2027-01-01' },
  ])('$name', ({ born, from, on }) => {
    expect(next(born, 'solar', from)).toEqual({ on, key: on.slice(0, 4) });
  });

  it('keeps its day for everybody born while China had summer time', () => {
    for (let born = '1986-01-01'; born <= '1991-12-31'; born = addDays(born, 1))
      expect(next(born, 'solar', '2028-01-01').on).toBe(`2028${born.slice(4)}`);
  });
});

describe('the birthdays between two days', () => {
  const between = (born: string, calendar: 'solar' | 'lunar', from: string, to: string) =>
    birthdaysBetween(born, calendar, { from, to }, lunarCalendar);

  it('are none, one or several, with both ends', () => {
    expect(between('1990-03-12', 'solar', '2026-03-13', '2027-03-11')).toEqual([]);
    expect(between('1990-03-12', 'solar', '2026-03-12', '2026-03-12')).toEqual(['2026-03-12']);
    expect(between('1990-03-12', 'solar', '2026-03-12', '2027-03-12')).toEqual(['2026-03-12', '2027-03-12']);
    // Two lunar ones may fall into one solar year, or none.
    expect(between('1985-02-20', 'lunar', '2025-01-29', '2026-02-17')).toEqual(['2025-01-29', '2026-02-17']);
  });
});

describe('a birthday by the lunar calendar', () => {
  it.each([
    // Born on the 18th of the fifth month, in summer time.
    {
      name: 'is another day each year',
      born: '1988-07-01',
      from: '2025-01-01',
      on: '2025-06-13',
      year: 2025,
    },
    { name: 'and another the next', born: '1988-07-01', from: '2025-06-14', on: '2026-07-02', year: 2026 },
    { name: 'is today on its day', born: '1988-07-01', from: '2026-07-02', on: '2026-07-02', year: 2026 },
    // New Year's Day of 1985.
    { name: 'of lunar New Year', born: '1985-02-20', from: '2026-01-01', on: '2026-02-17', year: 2026 },
    // Twelfth month: its lunar year is the one before.
    { name: 'of the twelfth month', born: '1986-01-15', from: '2026-01-01', on: '2026-01-24', year: 2025 },
    // Leap sixth month of 2025, kept in the ordinary sixth of 2026.
    { name: 'of a leap month', born: '2025-07-25', from: '2026-01-01', on: '2026-07-14', year: 2026 },
    {
      name: 'of a leap month where there is one',
      born: '1987-07-26',
      from: '2025-07-03',
      on: '2025-07-25',
      year: 2025,
    },
  ])('$name', ({ born, from, on, year }) => {
    expect(next(born, 'lunar', from)).toEqual({ on, key: `lunar-${year}` });
  });

  // Festivals, whose days every calendar prints: Spring Festival, the Dragon Boat, Mid-Autumn.
  it.each([
    { born: ['1986-02-09', '1986-06-11', '1986-09-18'] },
    { born: ['1987-01-29', '1987-05-31', '1987-10-07'] },
    { born: ['1988-02-17', '1988-06-18', '1988-09-25'] },
    { born: ['1989-02-06', '1989-06-08', '1989-09-14'] },
    { born: ['1990-01-27', '1990-05-28', '1990-10-03'] },
    { born: ['1991-02-15', '1991-06-16', '1991-09-22'] },
  ])('of those born at the festivals of $born is at that festival every year', ({ born }) => {
    const kept = (year: number) => born.map((day) => next(day, 'lunar', `${year}-01-01`).on);
    expect(kept(2025)).toEqual(['2025-01-29', '2025-05-31', '2025-10-06']);
    expect(kept(2026)).toEqual(['2026-02-17', '2026-06-19', '2026-09-25']);
    expect(kept(2027)).toEqual(['2027-02-06', '2027-06-09', '2027-09-15']);
  });

  it.each([
    { name: 'the sixth month of 1987', born: '1987-07-26', on: ['2025-07-25', '2026-07-14', '2028-07-22'] },
    { name: 'the fifth month of 1990', born: '1990-06-23', on: ['2025-05-27', '2026-06-15', '2028-06-23'] },
  ])(
    'of the first day of $name, which came twice, is in the second where it comes twice again',
    ({ born, on }) => {
      for (const day of on) expect(next(born, 'lunar', `${day.slice(0, 4)}-03-01`).on).toBe(day);
    },
  );

  it('of everybody born while China had summer time is the same day of the month, or the last of a short one', () => {
    for (let born = '1986-01-01'; born <= '1991-12-31'; born = addDays(born, 1)) {
      const was = lunarCalendar.lunarOf(born)!;
      const is = lunarCalendar.lunarOf(next(born, 'lunar', '2026-03-01').on)!;
      expect([is.month, is.day], born).toEqual([was.month, was.day === 30 && is.day === 29 ? 29 : was.day]);
    }
  });

  it('of a 30th is kept on the 29th of a short month, and in every year', () => {
    for (let year = 2020; year <= 2040; year += 1) {
      const { on } = next('1986-02-08', 'lunar', `${year}-03-01`);
      const lunar = lunarCalendar.lunarOf(on)!;
      expect([lunar.month, lunar.day >= 29]).toEqual([lunarCalendar.lunarOf('1986-02-08')!.month, true]);
    }
  });

  it('is never before the day it is asked for, and within thirteen lunar months', () => {
    for (let from = '2025-01-01'; from < '2027-01-01'; from = addDays(from, 1)) {
      const { on } = next('1990-10-15', 'lunar', from);
      expect(on >= from && on <= addDays(from, 386)).toBe(true);
    }
  });

  it('beyond the tables is kept by the solar calendar', () => {
    expect(next('1899-05-05', 'lunar', '2026-01-01')).toEqual({ on: '2026-05-05', key: '2026' });
  });
});
