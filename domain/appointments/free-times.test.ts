import { describe, expect, it } from 'vitest';
import { freeLane, freeTimes, overlap } from './free-times.ts';

const at = (time: string): string => `2026-03-12T${time}:00.000Z`;
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const taken = (from: string, to: string, lane = 0) => ({ ...span(from, to), lane });

describe('two spans', () => {
  it.each([
    ['one before the other', span('09:00', '09:30'), span('10:00', '10:30'), false],
    ['one ends as the other begins', span('09:00', '09:30'), span('09:30', '10:00'), false],
    ['one begins a minute before the other ends', span('09:00', '09:30'), span('09:29', '10:00'), true],
    ['one inside the other', span('09:00', '10:00'), span('09:15', '09:30'), true],
    ['the same', span('09:00', '09:30'), span('09:00', '09:30'), true],
  ])('%s', (_, one, other, is) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([is, is]);
  });
});

describe('the free lane', () => {
  it.each([
    ['nothing is taken', [], 1, 0],
    ['the only one is taken', [taken('09:00', '09:30')], 1, undefined],
    ['the first is taken, of two', [taken('09:00', '09:30')], 2, 1],
    ['the second is taken, of two', [taken('09:00', '09:30', 1)], 2, 0],
    ['both are taken, each for a part', [taken('09:00', '09:10'), taken('09:20', '09:30', 1)], 2, undefined],
    ['what is taken ends as it begins', [taken('08:30', '09:00')], 1, 0],
  ])('when %s', (_, spans, lanes, is) => {
    expect(freeLane(span('09:00', '09:30'), spans, lanes)).toBe(is);
  });
});

describe('free times', () => {
  const day = {
    hours: span('09:00', '11:00'),
    taken: [taken('09:30', '10:00')],
    lanes: 1,
    minutes: 30,
    stepMinutes: 15,
    now: at('08:00'),
  };
  const times = (change: object): string[] =>
    freeTimes({ ...day, ...change }).map((each) => each.slice(11, 16));

  it.each([
    ['around what is taken, and not over closing time', {}, ['09:00', '10:00', '10:15', '10:30']],
    ['not in the past', { now: at('10:01') }, ['10:15', '10:30']],
    ['the moment itself is not past', { now: at('10:15') }, ['10:15', '10:30']],
    ['longer ones', { minutes: 60 }, ['10:00']],
    ['none that is longer than the day', { minutes: 121 }, []],
    [
      'beside another customer',
      { lanes: 2 },
      ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30'],
    ],
  ])('%s', (_, change, are) => {
    expect(times(change)).toEqual(are);
  });
});
