import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  ageOn,
  calendarDateShape,
  dayAt,
  daysBetween,
  endOfDay,
  endOfMonth,
  firstOfMonth,
  hourAt,
  hoursBetween,
  instantAt,
  instantOf,
  instantShape,
  isCalendarDate,
  isTimeZone,
  isWallTime,
  millisecondsOf,
  mondayOf,
  monthOf,
  nextMonth,
  startOfDay,
  toInstant,
  wallTimeAt,
} from './time.ts';

const shanghai = 'Asia/Shanghai';
const saoPaulo = 'America/Sao_Paulo';
const zones = [
  shanghai,
  saoPaulo,
  'Asia/Kathmandu',
  'Europe/London',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
];

const anyZone = fc.constantFrom(...zones);
const anyMoment = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => instantOf(date.getTime()));
const anyDay = anyMoment.map((instant) => instant.slice(0, 10));

describe('a month later', () => {
  it.each([
    { from: '2003-01-31', months: 1, day: '2003-02-28' },
    { from: '2004-01-31', months: 1, day: '2004-02-29' },
    { from: '2016-05-31', months: 1, day: '2016-06-30' },
    { from: '2016-06-08', months: 1, day: '2016-07-08' },
    { from: '2016-11-30', months: 3, day: '2017-02-28' },
    { from: '2016-02-29', months: 12, day: '2017-02-28' },
    { from: '2016-02-29', months: 48, day: '2020-02-29' },
    { from: '2015-12-31', months: 24, day: '2017-12-31' },
    { from: '2016-03-31', months: -1, day: '2016-02-29' },
  ])('than $from by $months is $day', ({ from, months, day }) => {
    expect(addMonths(from, months)).toBe(day);
  });

  it('never skips the month, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (day, months) => {
        expect(monthOf(addMonths(day, months))).toBe(nextMonth(monthOf(day), months));
      }),
    );
  });
});

describe('counting days', () => {
  it.each([
    { from: '2016-02-28', days: 1, day: '2016-02-29' },
    { from: '2015-02-28', days: 1, day: '2015-03-01' },
    { from: '1900-02-28', days: 1, day: '1900-03-01' },
    { from: '2000-02-28', days: 1, day: '2000-02-29' },
    { from: '2016-12-31', days: 1, day: '2017-01-01' },
    { from: '2016-06-01', days: -1, day: '2016-05-31' },
  ])('$days after $from is $day', ({ from, days, day }) => {
    expect(addDays(from, days)).toBe(day);
  });

  it('counts back what was counted on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each([
    { month: '2016-05', zone: shanghai, last: '2016-05-31T15:59:59.999Z' },
    { month: '2016-05', zone: saoPaulo, last: '2016-06-01T02:59:59.999Z' },
    { month: '2016-02', zone: shanghai, last: '2016-02-29T15:59:59.999Z' },
    { month: '2015-12', zone: 'UTC', last: '2015-12-31T23:59:59.999Z' },
  ])('$month ends in $zone at $last', ({ month, zone, last }) => {
    expect(endOfMonth(month, zone)).toBe(last);
    expect(monthOf(dayAt(last, zone))).toBe(month);
    expect(dayAt(addMinutes(last, 1), zone)).toBe(firstOfMonth(nextMonth(month)));
  });
});

describe('age', () => {
  it.each([
    { born: '1986-06-09', today: '2016-06-08', age: 29 },
    { born: '1986-06-09', today: '2016-06-09', age: 30 },
    { born: '1986-06-09', today: '2016-06-10', age: 30 },
    { born: '2002-06-10', today: '2016-06-09', age: 13 },
    { born: '2002-06-09', today: '2016-06-09', age: 14 },
    { born: '2000-02-29', today: '2018-02-28', age: 17 },
    { born: '2000-02-29', today: '2018-03-01', age: 18 },
    { born: '2000-02-29', today: '2020-02-29', age: 20 },
    { born: '2016-06-09', today: '2016-06-09', age: 0 },
  ])('of somebody born on $born is $age on $today', ({ born, today, age }) => {
    expect(ageOn(born, today)).toBe(age);
  });
});

describe('birthdays of the years with summer time in China', () => {
  it('stay on their day, every day from 1986 to 1991', () => {
    for (let day = '1986-01-01'; day <= '1991-12-31'; day = addDays(day, 1)) {
      expect(calendarDateShape.parse(day)).toBe(day);
      expect(dayAt(startOfDay(day, shanghai), shanghai)).toBe(day);
      expect(dayAt(endOfDay(day, shanghai), shanghai)).toBe(day);
    }
  });

  it('begin an hour earlier by UTC in summer', () => {
    expect(startOfDay('1988-07-01', shanghai)).toBe('1988-06-30T15:00:00.000Z');
    expect(startOfDay('1988-12-01', shanghai)).toBe('1988-11-30T16:00:00.000Z');
    expect(startOfDay('1992-07-01', shanghai)).toBe('1992-06-30T16:00:00.000Z');
  });
});

describe('clocks that are moved', () => {
  it('begin the day at one where midnight is skipped', () => {
    expect(startOfDay('2016-10-16', saoPaulo)).toBe('2016-10-16T03:00:00.000Z');
    expect(wallTimeAt(startOfDay('2016-10-16', saoPaulo), saoPaulo)).toBe('2016-10-16T01:00');
    expect(endOfDay('2016-10-15', saoPaulo)).toBe('2016-10-16T02:59:59.999Z');
  });

  it('end the day after its last hour has run twice', () => {
    expect(endOfDay('2017-02-18', saoPaulo)).toBe('2017-02-19T02:59:59.999Z');
    expect(hoursBetween(startOfDay('2017-02-18', saoPaulo), startOfDay('2017-02-19', saoPaulo))).toBe(25);
  });

  it('read an hour that does not exist as the one after it', () => {
    expect(instantAt('2016-03-27T01:30', 'Europe/London')).toBe('2016-03-27T01:30:00.000Z');
    expect(wallTimeAt('2016-03-27T01:30:00.000Z', 'Europe/London')).toBe('2016-03-27T02:30');
  });

  it('have no 30 December 2011 in Samoa, and still a day before and after', () => {
    expect(dayAt(endOfDay('2011-12-29', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-29');
    expect(dayAt(startOfDay('2011-12-31', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('leave twenty-four hours twenty-four hours long', () => {
    const evening = instantAt('2016-10-15T18:00', saoPaulo);
    expect(wallTimeAt(addHours(evening, 24), saoPaulo)).toBe('2016-10-16T19:00');
  });
});

describe('a moment', () => {
  it.each([
    {
      instant: '2016-06-08T21:00:00.000Z',
      zone: saoPaulo,
      wall: '2016-06-08T18:00',
      day: '2016-06-08',
      hour: 18,
    },
    {
      instant: '2016-06-09T02:59:59.999Z',
      zone: saoPaulo,
      wall: '2016-06-08T23:59',
      day: '2016-06-08',
      hour: 23,
    },
    {
      instant: '2016-06-09T03:00:00.000Z',
      zone: saoPaulo,
      wall: '2016-06-09T00:00',
      day: '2016-06-09',
      hour: 0,
    },
    {
      instant: '2016-06-08T15:59:59.999Z',
      zone: shanghai,
      wall: '2016-06-08T23:59',
      day: '2016-06-08',
      hour: 23,
    },
    {
      instant: '2016-06-08T16:00:00.000Z',
      zone: shanghai,
      wall: '2016-06-09T00:00',
      day: '2016-06-09',
      hour: 0,
    },
  ])('$instant is $wall in $zone', ({ instant, zone, wall, day, hour }) => {
    expect(wallTimeAt(instant, zone)).toBe(wall);
    expect(dayAt(instant, zone)).toBe(day);
    expect(hourAt(instant, zone)).toBe(hour);
  });

  it('lies within its own day, in every zone', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (instant, zone) => {
        const day = dayAt(instant, zone);
        expect(startOfDay(day, zone) <= instant).toBe(true);
        expect(instant <= endOfDay(day, zone)).toBe(true);
      }),
    );
  });

  it('compares as text the way it compares as time', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        expect(one < other).toBe(millisecondsOf(one) < millisecondsOf(other));
      }),
    );
  });

  it('is one text, however its offset is written', () => {
    expect(toInstant('2016-06-09T09:00:00+08:00')).toBe('2016-06-09T01:00:00.000Z');
    expect(instantShape.parse('2016-06-08T22:00:00-03:00')).toBe('2016-06-09T01:00:00.000Z');
  });
});

describe('what is taken for a day, a time, or a zone', () => {
  it.each(['2016-02-29', '1900-12-31', '0001-01-02', '9999-12-30'])('%s is a day', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2015-02-29',
    '2016-13-01',
    '2016-6-9',
    '16-06-09',
    '2016-06-09T00:00',
    '0000-01-01',
    '9999-12-31',
    '+002016-01-01',
    '',
  ])('"%s" is not a day', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it.each(['2016-06-09T09:00', '2016-06-09T23:59:59'])('%s is a time on the wall', (text) => {
    expect(isWallTime(text)).toBe(true);
  });

  it.each(['2016-06-09', '2016-06-09T24:00', '2016-06-09T09:00Z', '2016-02-30T09:00', '0000-06-09T09:00'])(
    '"%s" is not a time on the wall',
    (text) => {
      expect(isWallTime(text)).toBe(false);
    },
  );

  it.each([shanghai, saoPaulo, 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'])(
    '%s is a zone',
    (text) => {
      expect(isTimeZone(text)).toBe(true);
    },
  );

  it.each(['', 'Shanghai', '+08:00', '-03', 'Asia/Nowhere', '2016-06-09T00:00Z[Asia/Shanghai]', '../etc'])(
    '"%s" is not a zone',
    (text) => {
      expect(isTimeZone(text)).toBe(false);
    },
  );

  it('refuses moments that the database could not keep', () => {
    expect(instantShape.safeParse('0000-06-09T09:00:00Z').success).toBe(false);
    expect(instantShape.safeParse('9999-12-31T23:59:59-14:00').success).toBe(false);
  });
});

describe('the zone of the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = before;
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
    '%s changes nothing',
    (zone) => {
      process.env['TZ'] = zone;
      expect(new Date('2016-06-09T00:00').getTime()).toBe(
        millisecondsOf(instantAt('2016-06-09T00:00', zone)),
      );

      expect(toInstant('2016-06-09T09:00:00+08:00')).toBe('2016-06-09T01:00:00.000Z');
      expect(wallTimeAt('2016-06-09T12:00:00.000Z', saoPaulo)).toBe('2016-06-09T09:00');
      expect(startOfDay('2016-10-16', saoPaulo)).toBe('2016-10-16T03:00:00.000Z');
      expect(endOfDay('1988-07-01', shanghai)).toBe('1988-07-01T14:59:59.999Z');
      expect(addMonths('2003-01-31', 1)).toBe('2003-02-28');
      expect(ageOn('1988-07-01', '2016-07-01')).toBe(28);
    },
  );
});

it.each([
  { day: '2026-03-08', monday: '2026-03-02' },
  { day: '2026-03-09', monday: '2026-03-09' },
  { day: '2026-03-15', monday: '2026-03-09' },
  { day: '2026-01-01', monday: '2025-12-29' },
  { day: '1999-12-31', monday: '1999-12-27' },
])('the week of $day began on $monday', ({ day, monday }) => {
  expect(mondayOf(day)).toBe(monday);
});
