import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { fitOf, offerUntil, rankWishes, spareAtMost } from './fitting.ts';
import type { Wish } from './fitting.ts';

const zone = 'Asia/Shanghai';
const now = '2026-03-12T01:00:00.000Z';
/** Friday the 13th, 10:00 to 10:45. */
const freed = {
  doctorId: 'wang',
  startsAt: '2026-03-13T02:00:00.000Z',
  endsAt: '2026-03-13T02:45:00.000Z',
};
const wish: Wish = {
  ...{ id: 'a', doctorId: null, minutes: 45, weekdays: [], from: '08:00', to: '20:00' },
  ...{ until: '2026-03-31', since: '2026-03-10T01:00:00.000Z' },
};

describe('a freed time', () => {
  it.each([
    { name: 'fits who takes any', change: {}, fits: true },
    { name: 'fits who waits for this doctor', change: { doctorId: 'wang' }, fits: true },
    { name: 'is not for who waits for another', change: { doctorId: 'li' }, fits: false },
    { name: 'is long enough to the minute', change: { minutes: 45 }, fits: true },
    { name: 'is a minute too short', change: { minutes: 46 }, fits: false },
    { name: 'is on a weekday that suits', change: { weekdays: [5] }, fits: true },
    { name: 'is on one that does not', change: { weekdays: [1, 4] }, fits: false },
    { name: 'begins when the day begins for them', change: { from: '10:00' }, fits: true },
    { name: 'begins a minute before', change: { from: '10:01' }, fits: false },
    { name: 'is over when they must leave', change: { to: '10:45' }, fits: true },
    { name: 'is over a minute later', change: { to: '10:44' }, fits: false },
    { name: 'is on the last day they wait', change: { until: '2026-03-13' }, fits: true },
    { name: 'is the day after', change: { until: '2026-03-12' }, fits: false },
  ])('$name', ({ change, fits }) => {
    expect(fitOf({ ...wish, ...change }, freed, now, zone) !== null).toBe(fits);
  });

  it('says why: the doctor, what is left over, and how long they wait', () => {
    expect(fitOf({ ...wish, doctorId: 'wang', minutes: 30 }, freed, now, zone)).toEqual({
      ...{ doctor: 'asked', spareMinutes: 15, waitsDays: 2 },
    });
  });

  it('is offered to who asked for the doctor, then without waste, then by who waits longest', () => {
    const wishes = [
      { ...wish, id: 'short', minutes: 45 - spareAtMost - 1, since: '2026-01-01T00:00:00.000Z' },
      { ...wish, id: 'late', since: '2026-03-11T00:00:00.000Z' },
      { ...wish, id: 'early', minutes: 45 - spareAtMost, since: '2026-03-01T00:00:00.000Z' },
      { ...wish, id: 'asked', doctorId: 'wang', minutes: 10 },
      { ...wish, id: 'other', doctorId: 'li' },
    ];
    const ranked = rankWishes(wishes, freed, now, zone);
    expect(ranked.map(({ wish }) => wish.id)).toEqual(['asked', 'early', 'late', 'short']);
  });
});

describe('an offer', () => {
  const rules = { waitlistOfferMinutes: 30, waitlistNoticeMinutes: 60 };
  const at = (wall: string) => new Date(`${wall}:00+08:00`).toISOString();
  it.each([
    { name: 'is kept its minutes', now: '2026-03-12T09:00', until: '2026-03-12T09:30' },
    { name: 'of the night is kept until the morning', now: '2026-03-12T20:00', until: '2026-03-13T08:30' },
    { name: 'of before dawn too', now: '2026-03-13T03:00', until: '2026-03-13T08:30' },
    { name: 'of the evening’s last minute is not', now: '2026-03-12T19:59', until: '2026-03-12T20:29' },
    { name: 'is never kept into the notice', now: '2026-03-13T08:45', until: '2026-03-13T09:00' },
    { name: 'is made until just before the notice', now: '2026-03-13T08:59', until: '2026-03-13T09:00' },
    { name: 'is not made from the notice on', now: '2026-03-13T09:00', until: null },
  ])('$name', ({ now, until }) => {
    expect(offerUntil(freed.startsAt, at(now), rules, zone)).toBe(until && at(until));
  });

  it('of an early hour is not made in the night before it', () => {
    const early = addMinutes(freed.startsAt, -90);
    expect(offerUntil(early, at('2026-03-12T22:00'), rules, zone)).toBeNull();
  });
});
