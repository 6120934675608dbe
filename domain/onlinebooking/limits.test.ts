import { describe, expect, it } from 'vitest';
import { mayHold, onlineLimits, standardOnlineRules } from './limits.ts';
import type { OnlineUse } from './limits.ts';

const { mostHeld } = standardOnlineRules;
const none: OnlineUse = { held: 0, ofPhoneAtOnce: 0, ofPhoneADay: 0, ofAddressAnHour: 0, ofClinicAnHour: 0 };

describe('one more time kept online', () => {
  it.each([
    { name: 'the first', use: {}, may: true },
    { name: 'the last that may be kept at once', use: { held: mostHeld - 1 }, may: true },
    { name: 'one more than that', use: { held: mostHeld }, may: false },
    { name: 'a second for one phone', use: { ofPhoneAtOnce: onlineLimits.ofPhoneAtOnce }, may: false },
    { name: 'the last of a phone’s day', use: { ofPhoneADay: onlineLimits.ofPhoneADay - 1 }, may: true },
    { name: 'one more of that day', use: { ofPhoneADay: onlineLimits.ofPhoneADay }, may: false },
    {
      name: 'the last of a household’s hour',
      use: { ofAddressAnHour: onlineLimits.ofAddressAnHour - 1 },
      may: true,
    },
    { name: 'one more of that hour', use: { ofAddressAnHour: onlineLimits.ofAddressAnHour }, may: false },
    {
      name: 'the last of the clinic’s hour',
      use: { ofClinicAnHour: onlineLimits.ofClinicAnHour - 1 },
      may: true,
    },
    { name: 'one more of that hour', use: { ofClinicAnHour: onlineLimits.ofClinicAnHour }, may: false },
  ])('$name: $may', ({ use, may }) => {
    expect(mayHold({ ...none, ...use }, standardOnlineRules).allowed).toBe(may);
  });
});
