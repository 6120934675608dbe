import { describe, expect, it } from 'vitest';
import { canTakeLeave, hoursOn, isAwayOn, minutesOf, WeekHours } from './availability.ts';

const house = { from: '09:00', to: '18:00', isMadeUp: false };
const own = [
  { weekday: 1, from: '10:00', to: '16:00' },
  { weekday: 5, from: '13:00', to: '20:00' },
];
const leave = { from: '2026-03-16', to: '2026-03-18' };

describe('the hours somebody works', () => {
  it.each([
    { name: 'are the house’s without own ones', person: null, day: '2026-03-12', hours: '09:00-18:00' },
    { name: 'are one’s own of that weekday', person: own, day: '2026-03-13', hours: '13:00-20:00' },
    { name: 'are none on a weekday that is not in one’s week', person: own, day: '2026-03-12', hours: null },
    { name: 'are none in an empty week', person: [], day: '2026-03-13', hours: null },
    { name: 'are none on leave', person: own, day: '2026-03-16', hours: null },
    { name: 'come back the day after leave', person: null, day: '2026-03-19', hours: '09:00-18:00' },
  ])('$name', ({ person, day, hours }) => {
    const worked = hoursOn(day, { own: person, leaves: [leave] }, house);
    expect(worked && `${worked.from}-${worked.to}`).toBe(hours);
  });

  it('are none while the house is closed, and the house’s on a day that is made up', () => {
    const person = { own, leaves: [] };
    expect(hoursOn('2026-03-13', person, null)).toBeNull();
    const madeUp = { ...house, isMadeUp: true };
    expect(hoursOn('2026-03-14', person, madeUp)).toEqual({ from: '09:00', to: '18:00' });
  });

  it('count in minutes', () => {
    expect(minutesOf({ from: '09:00', to: '17:30' })).toBe(510);
    expect(minutesOf({ from: '09:59', to: '10:00' })).toBe(1);
  });

  it('name each weekday once, and end after they begin', () => {
    expect(WeekHours.safeParse(own).success).toBe(true);
    expect(WeekHours.safeParse([own[0], own[0]]).success).toBe(false);
    expect(WeekHours.safeParse([{ weekday: 1, from: '16:00', to: '16:00' }]).success).toBe(false);
  });
});

describe('leave', () => {
  it.each([
    { day: '2026-03-15', away: false },
    { day: '2026-03-16', away: true },
    { day: '2026-03-18', away: true },
    { day: '2026-03-19', away: false },
  ])('holds from its first day to its last: $day', ({ day, away }) => {
    expect(isAwayOn([leave], day)).toBe(away);
  });

  const clear = { from: '2026-03-10', to: '2026-03-15' };
  const touching = { from: '2026-03-18', to: '2026-03-20' };
  it.each([
    { name: 'beside another', own: [clear], standIn: null, reason: null },
    { name: 'on a day of another', own: [touching], standIn: null, reason: 'leave-overlaps' },
    { name: 'while the stand-in is there', own: [], standIn: { leaves: [clear] }, reason: null },
    {
      name: 'while the stand-in is away for a day of it',
      own: [],
      standIn: { leaves: [touching] },
      reason: 'stand-in-away',
    },
  ])('is taken once at a time, and with somebody there: $name', ({ own, standIn, reason }) => {
    const decision = canTakeLeave(leave, own, standIn);
    expect(decision.allowed ? null : decision.reason).toBe(reason);
  });
});
