import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import { DiscreetProfile, maySpeakNow, maySpeakWith, nextSafeTime, wordsToAvoid } from './discreet.ts';

const zone = 'Asia/Shanghai';
/** Noon on weekdays, and Saturday morning. 2026-03-09 is a Monday. */
const profile = DiscreetProfile.parse({
  safeHours: [
    { days: [1, 2, 3, 4, 5], from: '12:00', to: '13:30' },
    { days: [6], from: '09:00', to: '11:00' },
  ],
  mayPickUp: ['姐姐 李红'],
  neverSay: ['诊所', 'Bella Clinic'],
});
const open = DiscreetProfile.parse({});

describe('calling somebody who wants to be discreet', () => {
  it.each([
    { wall: '2026-03-09T11:59', may: false, next: '2026-03-09T12:00' },
    { wall: '2026-03-09T12:00', may: true, next: null },
    { wall: '2026-03-09T13:29', may: true, next: null },
    { wall: '2026-03-09T13:30', may: false, next: '2026-03-10T12:00' },
    { wall: '2026-03-13T20:00', may: false, next: '2026-03-14T09:00' },
    { wall: '2026-03-14T12:30', may: false, next: '2026-03-16T12:00' },
    { wall: '2026-03-15T12:30', may: false, next: '2026-03-16T12:00' },
  ])('at $wall: $may', ({ wall, may, next }) => {
    const now = instantAt(wall, zone);
    expect(maySpeakNow(profile, now, zone)).toEqual(
      may ? { allowed: true } : { allowed: false, reason: 'outside-safe-hours' },
    );
    expect(nextSafeTime(profile, now, zone)).toBe(next === null ? null : instantAt(next, zone));
  });

  it('goes by the clock of the clinic', () => {
    const noonInShanghai = '2026-03-09T04:00:00.000Z';
    expect(maySpeakNow(profile, noonInShanghai, zone).allowed).toBe(true);
    expect(maySpeakNow(profile, noonInShanghai, 'Asia/Tokyo').allowed).toBe(true);
    expect(maySpeakNow(profile, noonInShanghai, 'Europe/London').allowed).toBe(false);
  });

  it('finds the one hour of the week again, right after it', () => {
    const weekly = DiscreetProfile.parse({ safeHours: [{ days: [1], from: '12:00', to: '13:00' }] });
    expect(nextSafeTime(weekly, instantAt('2026-03-09T13:00', zone), zone)).toBe(
      instantAt('2026-03-16T12:00', zone),
    );
  });

  it('is possible at any hour where none was said', () => {
    expect(maySpeakNow(open, '2026-03-09T20:00:00.000Z', zone)).toEqual({ allowed: true });
  });

  it.each([
    { who: null, may: true },
    { who: '姐姐李红', may: true },
    { who: '丈夫', may: false },
  ])('speaks of the matter when $who picks up: $may', ({ who, may }) => {
    expect(maySpeakWith(profile, who).allowed).toBe(may);
  });
});

describe('a message', () => {
  it.each([
    { name: 'says nothing telling', text: '您好，明天上午十点见。', words: [] },
    { name: 'names what was done', text: '您的双眼皮术后第三天', words: ['双眼皮'] },
    { name: 'tears the word apart', text: '双 眼-皮恢复得好吗', words: ['双眼皮'] },
    { name: 'says a word the customer forbade', text: '这里是诊所', words: ['诊所'] },
    { name: 'says it in capitals', text: 'BELLA   clinic calling', words: ['Bella Clinic'] },
    { name: 'names it in English', text: 'Your Botox® is due', words: ['botox'] },
    { name: 'has the word inside another', text: 'A clip of lasers-free life', words: [] },
    { name: 'writes letters full width', text: 'ＢＯＴＯＸ', words: ['botox'] },
  ])('that $name', ({ text, words }) => {
    expect(wordsToAvoid(text, profile)).toEqual(words);
  });

  it('does not name what this clinic does, either', () => {
    expect(wordsToAvoid('光子嫩肤提醒', profile, ['光子嫩肤'])).toEqual(['光子嫩肤']);
  });

  it('may name treatments to who allows it, and still not what they forbade', () => {
    const frank = DiscreetProfile.parse({ mayNameTreatments: true, neverSay: ['拔牙'] });
    expect(wordsToAvoid('拔牙后别漱口，种植牙下月做', frank, ['种植牙'])).toEqual(['拔牙']);
  });
});

describe('a discreet profile', () => {
  it('hides treatments unless it says otherwise', () => {
    expect(open).toMatchObject({ mayNameTreatments: false, mayJoinGroups: false, mayPickUp: [] });
  });

  it.each([
    { safeHours: [{ days: [1], from: '13:00', to: '12:00' }] },
    { safeHours: [{ days: [1], from: '12:00', to: '12:00' }] },
    { safeHours: [{ days: [1], from: '12:00', to: '24:00' }] },
    { safeHours: [{ days: [0], from: '12:00', to: '13:00' }] },
    { safeHours: [{ days: [], from: '12:00', to: '13:00' }] },
    { neverSay: [''] },
  ])('cannot be %j', (part) => {
    expect(DiscreetProfile.safeParse(part).success).toBe(false);
  });
});
