import { describe, expect, it } from 'vitest';
import { areaOf } from './area.ts';
import { ownDoctorMinutes, rankDoctors } from './suggestion.ts';
import type { DoctorToday } from './suggestion.ts';

describe('what a complaint is about', () => {
  it.each([
    { complaint: '想做隐形矫正', age: 25, area: 'orthodontics', by: 'word' },
    { complaint: '左下缺牙，问种植', age: 50, area: 'implant', by: 'word' },
    { complaint: '牙冠掉了', age: 40, area: 'prosthetics', by: 'word' },
    { complaint: '左下智齿疼', age: 30, area: 'basic', by: 'word' },
    { complaint: '想打水光', age: 30, area: 'injection', by: 'word' },
    { complaint: '脸上祛斑', age: 30, area: 'skin', by: 'word' },
    { complaint: '双眼皮手术', age: 22, area: 'surgery', by: 'word' },
    { complaint: '想矫正牙齿', age: 13, area: 'children', by: 'age' },
    { complaint: '想矫正牙齿', age: 14, area: 'orthodontics', by: 'word' },
    { complaint: '随便看看', age: 15, area: 'basic', by: 'nothing' },
    { complaint: null, age: null, area: 'basic', by: 'nothing' },
  ])('$complaint at $age is $area', ({ complaint, age, area, by }) => {
    expect(areaOf(complaint, age)).toMatchObject({ area, by });
  });
});

const doctor = (name: string, facts: Partial<DoctorToday> = {}): DoctorToday => ({
  ...{ id: name, name, areas: [], minutesAhead: 0, waiting: 0, seenToday: 0, isOwn: false, isBooked: false },
  ...facts,
});
const first = (...doctors: DoctorToday[]) => rankDoctors('implant', doctors)[0]!.name;

describe('who is suggested', () => {
  it.each([
    {
      name: 'who is good at it, though others are free',
      doctors: [doctor('all'), doctor('implants', { areas: ['implant'], minutesAhead: 90 })],
      who: 'implants',
    },
    {
      name: 'who takes everything before who is good at something else',
      doctors: [doctor('braces', { areas: ['orthodontics'] }), doctor('all', { minutesAhead: 60 })],
      who: 'all',
    },
    {
      name: 'among equals the shortest wait',
      doctors: [doctor('busy', { minutesAhead: 31 }), doctor('less', { minutesAhead: 30 })],
      who: 'less',
    },
    {
      name: 'the own doctor, as long as the wait is no longer than the start they have',
      doctors: [doctor('free'), doctor('own', { isOwn: true, minutesAhead: ownDoctorMinutes - 1 })],
      who: 'own',
    },
    {
      name: 'somebody else, where it is longer',
      doctors: [doctor('free'), doctor('own', { isOwn: true, minutesAhead: ownDoctorMinutes + 1 })],
      who: 'free',
    },
    {
      name: 'whom they are booked with, before all',
      doctors: [
        doctor('implants', { areas: ['implant'] }),
        doctor('booked', { areas: ['skin'], isBooked: true, minutesAhead: 120 }),
      ],
      who: 'booked',
    },
    {
      name: 'of two who are free, who has seen fewer',
      doctors: [doctor('a', { seenToday: 5 }), doctor('b', { seenToday: 4 })],
      who: 'b',
    },
  ])('$name', ({ doctors, who }) => {
    expect(first(...doctors)).toBe(who);
  });

  it('says why, for each', () => {
    const [best, other] = rankDoctors('implant', [
      doctor('a', { areas: ['skin'], minutesAhead: 10 }),
      doctor('b', { areas: ['implant'], isOwn: true, minutesAhead: 45 }),
    ]);
    expect(best).toMatchObject({ name: 'b', isSuggested: true });
    expect(best!.reasons).toEqual([
      { code: 'own-doctor', minutes: null },
      { code: 'speciality', minutes: null },
      { code: 'load', minutes: 45 },
    ]);
    expect(other!.reasons.map(({ code }) => code)).toEqual(['other-speciality', 'load']);
  });
});
