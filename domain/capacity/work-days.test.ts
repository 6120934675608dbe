import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import { standardCapacityRules } from './rules.ts';
import { capacityOn, daysWithin, houseHoursOn, standInOn, workerHoursOn } from './work-days.ts';
import type { House, Worker } from './work-days.ts';

const zone = 'Asia/Shanghai';
const calendar = {
  ...{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '19:00', keepsHolidays: true },
  ...{ openOn: [], closedOn: ['2026-03-18'] },
};
const publicDays = { lastYear: 2026, holidays: new Set<string>(), makeUpDays: new Set(['2026-03-21']) };
const house: House = { zone, workingDays: { calendar, publicDays } };
const worker: Worker = {
  staffId: 'agent',
  role: 'cs_agent',
  own: null,
  leaves: [{ from: '2026-03-19', to: '2026-03-20', standInId: 'nurse' }],
  houses: [house],
};
const thursday = '2026-03-12';
const at = (wall: string) => instantAt(wall, zone);

describe('the hours of a house', () => {
  it.each([
    { name: 'are its calendar’s', day: '2026-03-16', hours: { from: '09:00', to: '19:00', isMadeUp: false } },
    { name: 'are none on a day it is closed', day: '2026-03-18', hours: null },
    { name: 'are none at the weekend', day: '2026-03-22', hours: null },
    {
      name: 'are kept on a made-up Saturday',
      day: '2026-03-21',
      hours: { from: '09:00', to: '19:00', isMadeUp: true },
    },
  ])('$name', ({ day, hours }) => {
    expect(houseHoursOn(day, house)).toEqual(hours);
  });

  it('are nine to six where nobody said', () => {
    expect(houseHoursOn('2026-03-22', { zone, workingDays: undefined })).toMatchObject({
      from: '09:00',
      to: '18:00',
    });
  });

  it('are one of them for who serves several', () => {
    const other: House = { zone, workingDays: undefined };
    expect(workerHoursOn('2026-03-22', { ...worker, houses: [house, other] })).toMatchObject({ to: '18:00' });
  });
});

describe('what somebody can do on a day', () => {
  it.each([
    { name: 'a day ahead', day: '2026-03-16', now: '2026-03-12T09:00', minutes: 420 },
    { name: 'on leave', day: '2026-03-19', now: '2026-03-12T09:00', minutes: 0 },
    { name: 'today before opening', day: thursday, now: '2026-03-12T07:00', minutes: 420 },
    { name: 'today at noon', day: thursday, now: '2026-03-12T14:00', minutes: 210 },
    { name: 'today after closing', day: thursday, now: '2026-03-12T19:00', minutes: 0 },
    { name: 'yesterday', day: '2026-03-11', now: '2026-03-12T07:00', minutes: 0 },
  ])('$name', ({ day, now, minutes }) => {
    expect(capacityOn(day, worker, standardCapacityRules, at(now))).toBe(minutes);
  });
});

describe('the days of a window', () => {
  const days = (opens: string, closes: string, from = thursday) =>
    daysWithin({ opensAt: at(opens), closesAt: at(closes) }, zone, from, (day) => workerHoursOn(day, worker));

  it.each([
    {
      name: 'are those worked',
      opens: '2026-03-13T00:00',
      closes: '2026-03-17T23:59',
      days: ['2026-03-13', '2026-03-16', '2026-03-17'],
    },
    {
      name: 'leave out who opens as the house closes',
      opens: '2026-03-13T19:00',
      closes: '2026-03-16T23:59',
      days: ['2026-03-16'],
    },
    {
      name: 'hold what opens a minute before',
      opens: '2026-03-13T18:59',
      closes: '2026-03-16T23:59',
      days: ['2026-03-13', '2026-03-16'],
    },
    {
      name: 'end before the house opens',
      opens: '2026-03-13T10:00',
      closes: '2026-03-16T08:59',
      days: ['2026-03-13'],
    },
    {
      name: 'hold what closes as it opens',
      opens: '2026-03-13T10:00',
      closes: '2026-03-16T09:00',
      days: ['2026-03-13', '2026-03-16'],
    },
    { name: 'are none on leave', opens: '2026-03-19T00:00', closes: '2026-03-20T23:59', days: [] },
    { name: 'begin today', opens: '2026-03-02T00:00', closes: '2026-03-12T23:59', days: [thursday] },
  ])('$name', ({ opens, closes, days: expected }) => {
    expect(days(opens, closes)).toEqual(expected);
  });

  it('have somebody standing in on leave', () => {
    expect(standInOn('2026-03-18', worker)).toBeUndefined();
    expect(standInOn('2026-03-19', worker)).toBe('nurse');
  });
});
