import { describe, expect, it } from 'vitest';
import { endOfDay, instantAt } from '#domain/base/time.ts';
import { dueOn, workOf } from './work.ts';
import type { FollowupAtHand, WorkSetting } from './work.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => instantAt(wall, zone);
const end = (day: string) => endOfDay(day, zone);
const nine = { from: '09:00', to: '18:00' };

/** Ann is away from Monday 16 to Wednesday 18; Ben stands in. Nobody works at weekends. */
const setting: WorkSetting = {
  zone,
  now: at('2026-03-12T10:00'),
  holderId: 'ann',
  hoursOf: (staffId, day) => {
    if (['2026-03-14', '2026-03-15', '2026-03-21'].includes(day)) return null;
    return staffId === 'ann' && '2026-03-16' <= day && day <= '2026-03-18' ? null : nine;
  },
  standInOf: (staffId, day) =>
    staffId === 'ann' && '2026-03-16' <= day && day <= '2026-03-18' ? 'ben' : undefined,
  minutesOf: () => 5,
};
const followup = (facts: Partial<FollowupAtHand> = {}): FollowupAtHand => ({
  id: 'f',
  customerId: 'c',
  purpose: 'service',
  event: 'visit.closed',
  opensAt: at('2026-03-13T00:00'),
  dueAt: end('2026-03-20'),
  closesAt: end('2026-03-20'),
  dueByProtocol: null,
  nextTryAt: null,
  isBegun: false,
  isPlaced: false,
  ...facts,
});

describe('a followup as work', () => {
  it('is its holder’s on the days they are there, and has no day before it was placed', () => {
    expect(workOf(followup(), setting)).toMatchObject({
      ...{ personId: 'ann', days: ['2026-03-13', '2026-03-19', '2026-03-20'] },
      ...{ wanted: '2026-03-20', day: null, isFixed: false },
    });
  });

  it('is the stand-in’s where its holder is away all the while', () => {
    const window = { opensAt: at('2026-03-16T00:00'), dueAt: end('2026-03-17'), closesAt: end('2026-03-17') };
    expect(workOf(followup(window), setting)).toMatchObject({
      ...{ personId: 'ben', days: ['2026-03-16', '2026-03-17'] },
    });
  });

  it.each([
    {
      name: 'stands on the day it was given',
      facts: { isPlaced: true, dueAt: end('2026-03-19') },
      day: '2026-03-19',
      fixed: false,
    },
    {
      name: 'stays at the time that was promised',
      facts: { nextTryAt: at('2026-03-16T15:00') },
      day: '2026-03-16',
      fixed: true,
    },
    {
      name: 'is today’s when the promised time is past',
      facts: { nextTryAt: at('2026-03-11T15:00') },
      day: '2026-03-12',
      fixed: true,
    },
    { name: 'stays once begun', facts: { isBegun: true }, day: '2026-03-20', fixed: true },
    {
      name: 'stays when it is due today',
      facts: { opensAt: at('2026-03-10T00:00'), dueAt: end('2026-03-12') },
      day: '2026-03-12',
      fixed: true,
    },
    {
      name: 'is today’s when it was due before',
      facts: { opensAt: at('2026-03-10T00:00'), dueAt: end('2026-03-11') },
      day: '2026-03-12',
      fixed: true,
    },
    {
      name: 'is movable when it is due tomorrow',
      facts: { dueAt: end('2026-03-13'), isPlaced: true },
      day: '2026-03-13',
      fixed: false,
    },
    { name: 'stays on a birthday', facts: { event: 'birthday' }, day: '2026-03-20', fixed: true },
    {
      name: 'stays where a colleague set the day',
      facts: { event: 'manual' },
      day: '2026-03-20',
      fixed: true,
    },
  ] satisfies { name: string; facts: Partial<FollowupAtHand>; day: string; fixed: boolean }[])(
    '$name',
    ({ facts, day, fixed }) => {
      expect(workOf(followup(facts), setting)).toMatchObject({ day, isFixed: fixed });
    },
  );

  it('wants the day of its protocol, wherever it stands', () => {
    const moved = followup({ isPlaced: true, dueAt: end('2026-03-19'), dueByProtocol: end('2026-03-20') });
    expect(workOf(moved, setting)).toMatchObject({ wanted: '2026-03-20', day: '2026-03-19' });
  });
});

describe('when it is due on the day it was given', () => {
  const byHour = followup({ dueAt: at('2026-03-20T15:30'), closesAt: at('2026-03-20T15:30') });

  it('is by the end of another day, and remembers its protocol’s', () => {
    expect(dueOn('2026-03-19', byHour, zone)).toEqual({
      dueAt: end('2026-03-19'),
      dueByProtocol: at('2026-03-20T15:30'),
    });
  });

  it('is as its protocol says on that day, also coming back to it', () => {
    const back = { ...byHour, ...dueOn('2026-03-19', byHour, zone) };
    expect(dueOn('2026-03-20', back, zone)).toEqual({ dueAt: at('2026-03-20T15:30'), dueByProtocol: null });
  });

  it('is never after the window closes', () => {
    const rolled = followup({ dueAt: end('2026-03-18'), closesAt: at('2026-03-20T12:00') });
    expect(dueOn('2026-03-20', rolled, zone).dueAt).toBe(at('2026-03-20T12:00'));
  });
});
