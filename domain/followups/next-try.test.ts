import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantAt, instantOf, millisecondsOf, wallTimeAt, weekdayOf } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Purpose } from '#domain/contacts/contact.ts';
import { afterAttempt, byPhone, standardRetry } from './attempts.ts';
import type { Reach } from './attempts.ts';
import type { RetryPolicy } from './retry-policy.ts';
import { retryChannels, wayToTry, waysToTry } from './ways-to-try.ts';
import type { RetryChannel } from './ways-to-try.ts';
import { isWorkingDay } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

const zone = 'Asia/Shanghai';

/** The days of the Dragon Boat Festival of 2016: Thursday to Saturday off, the Sunday after worked. */
const publicDays = {
  lastYear: 2016,
  holidays: new Set(['2016-06-09', '2016-06-10', '2016-06-11']),
  makeUpDays: new Set(['2016-06-12']),
};
const weekdays: WorkingDays = {
  calendar: {
    weekdays: [1, 2, 3, 4, 5],
    opens: '08:30',
    closes: '18:00',
    keepsHolidays: true,
    openOn: [],
    closedOn: ['2016-06-22'],
  },
  publicDays,
};
const everyDay = byPhone(zone);
const onWorkingDays: Reach = { ...everyDay, workingDays: weekdays };
const safe = (from: string, to: string, days = [1, 2, 3, 4, 5, 6, 7]): Reach['safeHours'] => [
  { days, from, to },
];

function triedNext(at: string, reach: Reach, triesBefore = 0, policy: RetryPolicy = standardRetry) {
  const attempt = { result: 'no_answer', at: instantAt(at, zone), triesBefore, callBackAt: null } as const;
  const step = afterAttempt(attempt, reach, policy);
  return step.kind === 'retry' ? `${wallTimeAt(step.at, zone)} ${step.channel}` : step.kind;
}

describe('the next try is made while the clinic works', () => {
  it.each([
    { name: 'two hours later while it is open', at: '2016-06-08T15:59', next: '2016-06-08T17:59' },
    {
      name: 'not at the minute it closes, nor on the holiday',
      at: '2016-06-08T16:00',
      next: '2016-06-12T10:00',
    },
    { name: 'on the day that is worked for the holiday', at: '2016-06-11T11:00', next: '2016-06-12T15:00' },
    { name: 'a Friday evening leads to Monday', at: '2016-06-17T17:30', next: '2016-06-20T10:00' },
    { name: 'past a day that the clinic closed by itself', at: '2016-06-21T17:30', next: '2016-06-23T10:00' },
    {
      name: 'the next day, where that is worked',
      at: '2016-06-13T10:00',
      tries: 1,
      next: '2016-06-14T15:00',
    },
    { name: 'a Thursday leads to Friday', at: '2016-06-16T15:00', tries: 1, next: '2016-06-17T10:00' },
    { name: 'a Friday leads past the weekend', at: '2016-06-17T11:00', tries: 1, next: '2016-06-20T15:00' },
    {
      name: 'over the holiday to its made-up Sunday',
      at: '2016-06-08T11:00',
      tries: 1,
      next: '2016-06-12T15:00',
    },
    {
      name: 'in years not published yet a weekday is worked',
      at: '2017-10-02T11:00',
      tries: 1,
      next: '2017-10-03T15:00',
    },
  ])('$name', ({ at, tries, next }) => {
    expect(triedNext(at, onWorkingDays, tries)).toBe(`${next} phone`);
  });
});

describe('a try that was written on paper', () => {
  it.each<{ name: string; entered: string; next: string; at?: string; tries?: number }>([
    {
      name: 'is followed by one two hours after it was made',
      entered: '2016-06-13T10:45',
      next: '2016-06-13T12:00',
    },
    {
      name: 'so too where it is entered at that minute',
      entered: '2016-06-13T12:00',
      next: '2016-06-13T12:00',
    },
    { name: 'at once where that has gone by', entered: '2016-06-13T12:01', next: '2016-06-13T12:01' },
    { name: 'the next morning where the day is over', entered: '2016-06-13T18:00', next: '2016-06-14T09:00' },
    {
      name: 'on the next day worked',
      entered: '2016-06-17T18:30',
      at: '2016-06-17T09:00',
      next: '2016-06-20T09:00',
    },
    {
      name: 'from the day it was made, not from the day after',
      ...{ at: '2016-06-13T10:00', tries: 1, entered: '2016-06-14T09:00', next: '2016-06-14T15:00' },
    },
    {
      name: 'at another hour of the day that was to come, or as soon as may be',
      ...{ at: '2016-06-13T10:00', tries: 1, entered: '2016-06-14T16:20', next: '2016-06-14T16:20' },
    },
  ])('$name', ({ entered, next, tries = 0, at = '2016-06-13T10:00' }) => {
    const enteredAt = instantAt(entered, zone);
    const attempt = { result: 'no_answer', at: instantAt(at, zone), triesBefore: tries } as const;
    const step = afterAttempt({ ...attempt, enteredAt, callBackAt: null }, onWorkingDays);
    const back = afterAttempt(
      { ...attempt, result: 'call_back', enteredAt, callBackAt: null },
      onWorkingDays,
    );
    expect(step).toMatchObject({ kind: 'retry', at: instantAt(next, zone) });
    expect(back.kind === 'retry' && back.at >= enteredAt).toBe(true);
  });
});

describe('the next try is made when the customer can speak', () => {
  it.each([
    {
      name: 'a minute before their hours it waits for them',
      at: '2016-06-08T09:59',
      hours: safe('12:00', '13:00'),
      next: '2016-06-08T12:00',
    },
    {
      name: 'in them it is made two hours later',
      at: '2016-06-08T10:00',
      hours: safe('12:00', '13:00'),
      next: '2016-06-08T12:00',
    },
    {
      name: 'in their last minute still',
      at: '2016-06-08T10:59',
      hours: safe('12:00', '13:00'),
      next: '2016-06-08T12:59',
    },
    {
      name: 'as they end no more',
      at: '2016-06-07T11:00',
      hours: safe('12:00', '13:00'),
      next: '2016-06-08T12:00',
    },
    {
      name: 'on their day of the week',
      at: '2016-06-13T17:00',
      hours: safe('12:00', '13:00', [4]),
      next: '2016-06-16T12:00',
    },
    {
      name: 'after the clinic has closed, where it is never sooner',
      at: '2016-06-08T10:00',
      hours: safe('18:30', '19:30'),
      next: '2016-06-08T18:30',
    },
    {
      name: 'on a Sunday, where it is no other day',
      at: '2016-06-13T10:00',
      hours: safe('10:00', '11:00', [7]),
      next: '2016-06-19T10:00',
    },
    {
      name: 'late, where they can never speak while calls are made',
      at: '2016-06-13T10:00',
      hours: safe('21:00', '22:00'),
      next: '2016-06-13T21:00',
    },
  ])('$name', ({ at, hours, next }) => {
    expect(triedNext(at, { ...onWorkingDays, safeHours: hours })).toBe(`${next} phone`);
  });

  it('at another time of theirs, where they have several', () => {
    const safeHours = [...safe('09:30', '11:00'), ...safe('16:00', '17:30')];
    const reach = { ...onWorkingDays, safeHours };
    expect(triedNext('2016-06-13T10:00', reach, 1)).toBe('2016-06-14T16:00 phone');
    expect(triedNext('2016-06-13T16:10', reach, 1)).toBe('2016-06-14T10:30 phone');
  });
});

describe('the channel changes', () => {
  const wechat: Reach = {
    ...everyDay,
    ways: ['phone', 'wechat'],
    writingHours: { from: '08:00', to: '21:00' },
  };

  it('goes from the telephone to WeChat and back, and who has no WeChat is called', () => {
    const byPolicy = (reach: Reach) =>
      [0, 1, 2, 3].map((tries) => triedNext('2016-06-13T10:00', reach, tries));
    expect(byPolicy(wechat)).toEqual([
      '2016-06-13T12:00 phone',
      '2016-06-14T16:00 wechat',
      '2016-06-14T16:00 phone',
      'escalate',
    ]);
    expect(byPolicy(everyDay)[1]).toBe('2016-06-14T16:00 phone');
  });

  it('who is written to next is not told besides that somebody called', () => {
    const second = {
      result: 'no_answer',
      at: instantAt('2016-06-13T10:00', zone),
      triesBefore: 1,
      callBackAt: null,
    } as const;
    expect(afterAttempt(second, wechat)).toMatchObject({ channel: 'wechat', message: false });
    expect(afterAttempt(second, everyDay)).toMatchObject({ channel: 'phone', message: true });
  });

  it.each([
    { name: 'what falls before their end waits for it', at: '13:59', from: '16:00', next: '16:00' },
    { name: 'what falls on it goes', at: '14:00', from: '16:00', next: '16:00' },
    { name: 'what falls after it goes', at: '14:01', from: '16:00', next: '16:01' },
    { name: 'where they leave no hour of calling they hold', at: '14:00', from: '20:30', next: '20:30' },
  ])('what is written keeps quiet hours: $name', ({ at, from, next }) => {
    const rungs = [{ wait: 'hours', count: 2, message: false, channel: 'wechat' }] as const;
    const reach = { ...wechat, writingHours: { from, to: '22:00' } };
    expect(triedNext(`2016-06-13T${at}`, reach, 0, { ...standardRetry, rungs: [...rungs] })).toBe(
      `2016-06-13T${next} wechat`,
    );
  });

  it.each([
    { wished: 'wechat', ways: ['phone', 'wechat'], way: 'wechat' },
    { wished: 'wechat', ways: ['phone', 'sms'], way: 'phone' },
    { wished: 'phone', ways: ['wechat'], way: 'wechat' },
    { wished: 'phone', ways: [], way: 'phone' },
  ] as const)('wished for $wished of $ways it is $way', ({ wished, ways, way }) => {
    expect(wayToTry(wished, ways)).toBe(way);
  });
});

describe('a way leads to a customer', () => {
  const all = { hasPhone: true, hasWechat: true, refusesContact: false };
  type Standing = 'given' | 'withdrawn' | 'never';

  it.each<{
    name: string;
    purpose: Purpose;
    care?: Standing;
    marketing?: Standing;
    part?: object;
    ways: RetryChannel[];
  }>([
    { name: 'nothing said: care is written about', purpose: 'medical', ways: ['phone', 'wechat', 'sms'] },
    { name: 'an offer is not written without a yes', purpose: 'marketing', ways: ['phone'] },
    { name: 'with a yes it is', purpose: 'marketing', marketing: 'given', ways: ['phone', 'wechat', 'sms'] },
    { name: 'a yes taken back is none', purpose: 'marketing', marketing: 'withdrawn', ways: ['phone'] },
    {
      name: 'no to being written to is no to offers as well',
      purpose: 'marketing',
      care: 'withdrawn',
      marketing: 'given',
      ways: ['phone'],
    },
    { name: 'no to being written to', purpose: 'medical', care: 'withdrawn', ways: ['phone'] },
    { name: 'no WeChat', purpose: 'service', part: { hasWechat: false }, ways: ['phone', 'sms'] },
    { name: 'no telephone', purpose: 'service', part: { hasPhone: false }, ways: ['wechat'] },
    { name: 'no contact wished for', purpose: 'medical', part: { refusesContact: true }, ways: ['phone'] },
  ])('$name', ({ purpose, care = 'never', marketing = 'never', part = {}, ways }) => {
    const standing = (about: 'care' | 'marketing') => (about === 'care' ? care : marketing);
    expect(waysToTry({ ...all, ...part, standing }, purpose)).toEqual(ways);
  });
});

describe('nobody is tried outside the hours allowed', () => {
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 47 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from: halfHour(from), to: halfHour(to) }));
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const reaches = fc.record({
    zone: fc.constant(zone),
    workingDays: fc.option(
      fc.record({ weekdays: days, hours }).map(({ weekdays, hours: { from, to } }): WorkingDays => ({
        calendar: { weekdays, opens: from, closes: to, keepsHolidays: true, openOn: [], closedOn: [] },
        publicDays,
      })),
      { nil: undefined },
    ),
    safeHours: fc.array(
      fc.record({ days, hours }).map(({ days, hours }) => ({ days, ...hours })),
      { maxLength: 3 },
    ),
    writingHours: fc.option(hours),
    ways: fc.subarray([...retryChannels]),
  });
  const moments = fc
    .integer({
      min: millisecondsOf('2016-06-01T00:00:00.000Z'),
      max: millisecondsOf('2016-06-30T00:00:00.000Z'),
    })
    .map(instantOf);

  it('never while the customer cannot speak; nor out of hours or on a closed day, unless they can speak at no other', () => {
    fc.assert(
      fc.property(moments, fc.nat({ max: 2 }), reaches, (at, triesBefore, reach) => {
        const step = afterAttempt({ result: 'no_answer', at, triesBefore, callBackAt: null }, reach);
        if (step.kind !== 'retry') throw new Error('a ladder of three rungs ended early');
        expect(step.at > at).toBe(true);
        const [day, clock] = [dayAt(step.at, zone), wallTimeAt(step.at, zone).slice(11)];
        const { safeHours, workingDays } = reach;
        if (safeHours.length > 0) expect(safeHours.some((span) => isIn(span, day, clock))).toBe(true);
        if (safeHours.length > 0 || step.channel !== 'phone') return;
        const calendar = workingDays?.calendar;
        const overlaps = !calendar || (calendar.opens < '20:00' && calendar.closes > '09:00');
        expect('09:00' <= clock && clock < '20:00').toBe(true);
        if (workingDays) expect(isWorkingDay(day, workingDays)).toBe(true);
        if (calendar && overlaps) expect(calendar.opens <= clock && clock < calendar.closes).toBe(true);
      }),
    );
  });

  const isIn = (span: Reach['safeHours'][number], day: CalendarDate, clock: string) =>
    span.days.includes(weekdayOf(day)) && span.from <= clock && clock < span.to;

  function halfHour(count: number): string {
    return `${String(Math.floor(count / 2)).padStart(2, '0')}:${count % 2 === 0 ? '00' : '30'}`;
  }
});
