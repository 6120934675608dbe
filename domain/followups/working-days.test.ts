import { describe, expect, it } from 'vitest';
import { endOfDay, instantAt, wallTimeAt } from '#domain/base/time.ts';
import { publicDays } from '#server/platform/china-days.ts';
import { occurrences } from './plan.ts';
import type { Step, WindowRule } from './protocol.ts';
import { windowOf } from './window.ts';
import { ClinicCalendar, isForeseen, isWorkingDay, rolledTo } from './working-days.ts';

const zone = 'Asia/Shanghai';
const monToFri: ClinicCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '18:00',
  keepsHolidays: true,
  openOn: [],
  closedOn: [],
};
const working = (part: Partial<ClinicCalendar> = {}) => ({
  calendar: { ...monToFri, ...part },
  publicDays: publicDays(),
});

describe('a working day', () => {
  it.each([
    { name: 'a Friday', day: '2026-03-13', is: true },
    { name: 'a Saturday', day: '2026-03-14', is: false },
    { name: 'the Saturday made up for Spring Festival', day: '2026-02-14', is: true },
    { name: 'the last working day before it', day: '2026-02-13', is: true },
    { name: 'its first free day', day: '2026-02-15', is: false },
    { name: 'its last free day, a Monday', day: '2026-02-23', is: false },
    { name: 'the day after it', day: '2026-02-24', is: true },
    { name: 'the Sunday made up for the National Day', day: '2026-09-20', is: true },
    { name: 'New Year’s Day', day: '2026-01-01', is: false },
  ])('$name: $is', ({ day, is }) => {
    expect(isWorkingDay(day, working())).toBe(is);
  });

  it.each([
    { name: 'a named day is open', part: { openOn: ['2026-02-17'] }, day: '2026-02-17', is: true },
    { name: 'and another closed', part: { closedOn: ['2026-03-13'] }, day: '2026-03-13', is: false },
    { name: 'who keeps no holidays works', part: { keepsHolidays: false }, day: '2026-02-17', is: true },
    { name: 'and makes up for none', part: { keepsHolidays: false }, day: '2026-02-14', is: false },
    { name: 'Sundays, where they are worked', part: { weekdays: [7] }, day: '2026-03-15', is: true },
  ])('by the clinic’s own word: $name', ({ part, day, is }) => {
    expect(isWorkingDay(day, working(part))).toBe(is);
  });

  it('of a year whose holidays are not published is not foreseen', () => {
    expect(publicDays().lastYear).toBe(2026);
    expect(isForeseen('2026-12-31', working())).toBe(true);
    expect(isForeseen('2027-01-01', working())).toBe(false);
    expect(isForeseen('2027-01-01', working({ keepsHolidays: false }))).toBe(true);
  });
});

describe('a window on working days', () => {
  const rolled = (rule: WindowRule, at: string, part: Partial<ClinicCalendar> = {}) => {
    const window = rolledTo(working(part), windowOf(rule, instantAt(at, zone), zone), zone);
    return { due: wallTimeAt(window.dueAt, zone), closes: wallTimeAt(window.closesAt, zone) };
  };
  const within3Days: WindowRule = { kind: 'days', opensDay: 1, dueDay: 3 };
  const within24h: WindowRule = { kind: 'after', opensHours: 2, dueHours: 24 };
  const tenth: WindowRule = { kind: 'next-month', before: 10 };

  it.each([
    {
      name: 'that ends on a Friday stays',
      rule: within3Days,
      at: '2026-03-10T10:00',
      due: '2026-03-13T23:59',
      closes: '2026-03-13T23:59',
    },
    {
      name: 'that ends on a Saturday is due the Friday before, in time',
      rule: within3Days,
      at: '2026-03-11T10:00',
      due: '2026-03-13T23:59',
      closes: '2026-03-14T23:59',
    },
    {
      name: 'that ends on a made-up Saturday stays',
      rule: within3Days,
      at: '2026-02-11T10:00',
      due: '2026-02-14T23:59',
      closes: '2026-02-14T23:59',
    },
    {
      name: 'wholly in Spring Festival goes to the day after it',
      rule: within3Days,
      at: '2026-02-15T10:00',
      due: '2026-02-24T23:59',
      closes: '2026-02-24T23:59',
    },
    {
      name: 'of hours over a Saturday, from Friday evening, waits for Monday',
      rule: within24h,
      at: '2026-03-13T17:00',
      due: '2026-03-16T23:59',
      closes: '2026-03-16T23:59',
    },
    {
      name: 'of hours that still meets Friday’s last hour is due on Friday',
      rule: within24h,
      at: '2026-03-13T15:00',
      due: '2026-03-13T23:59',
      closes: '2026-03-14T15:00',
    },
    {
      name: 'of hours that ends before the next opening is due the evening before',
      rule: within24h,
      at: '2026-03-11T08:30',
      due: '2026-03-11T23:59',
      closes: '2026-03-12T08:30',
    },
    {
      name: 'of a round whose 9th is a Sunday is due on the Friday before',
      rule: tenth,
      at: '2026-07-31T23:59',
      due: '2026-08-07T23:59',
      closes: '2026-08-09T23:59',
    },
  ])('$name', ({ rule, at, due, closes }) => {
    expect(rolled(rule, at)).toEqual({ due, closes });
  });

  it('stays where the clinic works every day, and where it never does again', () => {
    const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], keepsHolidays: false };
    expect(rolled(within3Days, '2026-02-15T10:00', everyDay).due).toBe('2026-02-18T23:59');
    const gone = Array.from({ length: 120 }, (_, index) =>
      new Date(Date.UTC(2026, 1, 1 + index)).toISOString().slice(0, 10),
    );
    expect(rolled(within3Days, '2026-02-15T10:00', { closedOn: gone }).due).toBe('2026-02-18T23:59');
  });

  it('moves no step that is for any day', () => {
    const step = { key: 'on-the-day', window: { kind: 'days', opensDay: 0, dueDay: 0 } } as Step;
    const at = instantAt('2026-03-14T00:00', zone);
    const due = (anyDay: boolean) =>
      occurrences([], { ...step, anyDay }, at, { zone, workingDays: working() })[0]!.dueAt;
    expect(due(true)).toBe(endOfDay('2026-03-14', zone));
    expect(due(false)).toBe(endOfDay('2026-03-16', zone));
  });
});

describe('a clinic’s calendar', () => {
  it('closes after it opens, and has a day to work on', () => {
    expect(ClinicCalendar.safeParse(monToFri).success).toBe(true);
    expect(ClinicCalendar.safeParse({ ...monToFri, closes: '09:00' }).success).toBe(false);
    expect(ClinicCalendar.safeParse({ ...monToFri, weekdays: [] }).success).toBe(false);
    expect(ClinicCalendar.safeParse({ ...monToFri, weekdays: [8] }).success).toBe(false);
  });
});
