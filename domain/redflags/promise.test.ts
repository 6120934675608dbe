import { describe, expect, it } from 'vitest';
import { flawsOfNotice } from '#domain/messaging/notice.ts';
import { overdueWith, promisedAt, promiseNotice, warnFrom } from './promise.ts';
import { standardRedFlagRules as rules } from './rules.ts';
import { mostUrgent } from './urgency.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => new Date(`${wall}:00+08:00`).toISOString();

describe('what is promised', () => {
  it.each([
    { name: 'at once, in the day', urgency: 'urgent', heard: '2026-03-12T10:00', by: '2026-03-12T10:30' },
    { name: 'at once, at night', urgency: 'urgent', heard: '2026-03-12T23:50', by: '2026-03-13T00:20' },
    { name: 'the same day', urgency: 'soon', heard: '2026-03-12T10:00', by: '2026-03-12T12:00' },
    { name: 'just before the end of it', urgency: 'soon', heard: '2026-03-12T17:59', by: '2026-03-12T19:59' },
    {
      name: 'at the end of it: tomorrow',
      urgency: 'soon',
      heard: '2026-03-12T18:00',
      by: '2026-03-13T11:00',
    },
    { name: 'in the night: tomorrow', urgency: 'soon', heard: '2026-03-12T23:00', by: '2026-03-13T11:00' },
    { name: 'before the opening', urgency: 'soon', heard: '2026-03-12T08:59', by: '2026-03-12T11:00' },
    { name: 'at the opening', urgency: 'soon', heard: '2026-03-12T09:00', by: '2026-03-12T11:00' },
    { name: 'over a month end', urgency: 'soon', heard: '2024-02-29T19:00', by: '2024-03-01T11:00' },
  ] as const)('$name', ({ urgency, heard, by }) => {
    expect(promisedAt(urgency, at(heard), rules, zone)).toBe(at(by));
  });

  it('follows the figures of the clinic', () => {
    const own = { ...rules, soonMinutes: 15, callsToHour: 18 };
    expect(promisedAt('soon', at('2026-03-12T17:44'), own, zone)).toBe(at('2026-03-12T17:59'));
    expect(promisedAt('soon', at('2026-03-12T17:45'), own, zone)).toBe(at('2026-03-13T09:15'));
  });
});

describe('a promise that is not kept', () => {
  it.each([
    { now: '2026-03-12T10:30', told: null },
    { now: '2026-03-12T10:31', told: 'supervisor' },
    { now: '2026-03-12T11:30', told: 'supervisor' },
    { now: '2026-03-12T11:31', told: 'manager' },
  ])('at $now is with $told', ({ now, told }) => {
    expect(overdueWith(at('2026-03-12T10:30'), at(now), rules)).toBe(told);
  });
});

describe('a promise that is about to break', () => {
  it.each([
    { raised: '2026-03-12T10:00', promised: '2026-03-12T10:30', from: '2026-03-12T10:20' },
    { raised: '2026-03-12T10:00', promised: '2026-03-12T11:30', from: '2026-03-12T11:00' },
    { raised: '2026-03-12T10:00', promised: '2026-03-12T12:00', from: '2026-03-12T11:30' },
    { raised: '2026-03-12T19:00', promised: '2026-03-13T11:00', from: '2026-03-13T10:30' },
  ])('of $promised is heard of from $from', ({ raised, promised, from }) => {
    expect(warnFrom(at(raised), at(promised))).toBe(at(from));
  });

  it.each([
    {
      whose: null,
      says: '晴天口腔：一位客户的警示征象须由医生在3月12日10:30前回电，请马上接手。详情见愈线「警示征象」。',
    },
    {
      whose: 'manager',
      says: '晴天口腔：医生回电已超过答应客户的时间（3月12日10:30），已到经理，请立即处理。详情见愈线「警示征象」。',
    },
  ] as const)('is told to the group ($whose)', ({ whose, says }) => {
    expect(promiseNotice(at('2026-03-12T10:30'), whose, { clinic: '晴天口腔', zone })).toBe(says);
    expect(flawsOfNotice(says)).toEqual([]);
  });
});

describe('of several signs', () => {
  it.each([
    { of: [], most: null },
    { of: ['soon'], most: 'soon' },
    { of: ['soon', 'urgent'], most: 'urgent' },
  ] as const)('$of counts as $most', ({ of, most }) => {
    expect(mostUrgent(of)).toBe(most);
  });
});
