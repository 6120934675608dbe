import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { daysLeft, hoursLeft, lastDayOfRound, stateOfRound } from './month-round.ts';

describe('the round of a month', () => {
  it.each([
    { month: '2026-02', last: '2026-03-09' },
    { month: '2025-12', last: '2026-01-09' },
  ])('of $month ends with $last', ({ month, last }) => {
    expect(lastDayOfRound(month)).toBe(last);
  });

  it.each([
    { today: '2026-03-01', left: 9 },
    { today: '2026-03-08', left: 2 },
    { today: '2026-03-09', left: 1 },
    { today: '2026-03-10', left: 0 },
    { today: '2026-03-31', left: 0 },
  ])('has $left days left on $today', ({ today, left }) => {
    expect(daysLeft('2026-02', today)).toBe(left);
  });
});

describe('the hours left', () => {
  const nine = '2026-03-02T01:00:00.000Z';
  const eleven = '2026-03-02T03:00:00.000Z';
  it.each([
    { name: 'nobody is left', left: 0, asked: 9, hours: 0 },
    { name: 'too little of today to go by', left: 30, asked: 2, hours: 2 },
    { name: 'at twelve minutes each', left: 30, asked: 11, hours: 6 },
  ])('are $hours: $name', ({ left, asked, hours }) => {
    expect(hoursLeft(left, { asked, firstAt: nine, lastAt: eleven })).toBe(hours);
  });
  it.each([
    { name: 'above it', minutes: 40, hours: 2 },
    { name: 'at it', minutes: 20, hours: 1 },
    { name: 'below it', minutes: 10, hours: 1 },
    { name: 'all at one moment', minutes: 0, hours: 1 },
  ])('go by no quicker pace than a call a minute: $name', ({ minutes, hours }) => {
    const lastAt = addMinutes(nine, minutes);
    expect(hoursLeft(60, { asked: 21, firstAt: nine, lastAt })).toBe(hours);
  });
  it('without a call today go by the usual four minutes', () => {
    expect(hoursLeft(15, { asked: 0, firstAt: null, lastAt: null })).toBe(1);
  });
});

it.each([
  { name: 'nobody tried', owed: { tries: 0, isOpen: true, score: null }, state: 'left' },
  { name: 'no answer yet', owed: { tries: 1, isOpen: true, score: null }, state: 'asked' },
  { name: 'ended without a word', owed: { tries: 0, isOpen: false, score: null }, state: 'asked' },
  { name: 'called and scored', owed: { tries: 1, isOpen: false, score: 0 }, state: 'answered' },
  { name: 'scored alone, never called', owed: { tries: 0, isOpen: true, score: 9 }, state: 'answered' },
] as const)('a customer of the round is $state: $name', ({ owed, state }) => {
  expect(stateOfRound(owed)).toBe(state);
});
