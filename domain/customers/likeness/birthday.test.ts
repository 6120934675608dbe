import { describe, expect, it } from 'vitest';
import { birthdayKey, birthdayLikeness } from './birthday.ts';

describe('two birthdays', () => {
  it.each([
    { name: 'one day', a: '1986-05-12', b: '1986-05-12', likeness: 'same' },
    { name: 'day and month the other way round', a: '1986-05-12', b: '1986-12-05', likeness: 'swapped' },
    { name: 'one digit wrong', a: '1986-05-12', b: '1986-05-13', likeness: 'mistyped' },
    { name: 'one digit of the year wrong', a: '1986-05-12', b: '1996-05-12', likeness: 'mistyped' },
    { name: 'two digits in each other’s place', a: '1986-05-12', b: '1968-05-12', likeness: 'mistyped' },
    { name: 'two digits wrong', a: '1986-05-12', b: '1996-05-13', likeness: 'different' },
    { name: 'another day', a: '1986-05-12', b: '2015-11-30', likeness: 'different' },
    {
      name: 'a first of January, typed where the year is known',
      a: '1986-01-01',
      b: '1986-05-12',
      likeness: 'same-year',
    },
    { name: 'two such', a: '1986-01-01', b: '1986-01-01', likeness: 'same-year' },
    { name: 'two such of neighbouring years', a: '1986-01-01', b: '1987-01-01', likeness: 'different' },
    { name: 'one not known', a: null, b: '1986-05-12', likeness: 'unknown' },
  ] as const)('$name: $likeness', ({ a, b, likeness }) => {
    expect(birthdayLikeness(a, b)).toBe(likeness);
    expect(birthdayLikeness(b, a)).toBe(likeness);
  });

  it('with day and month swapped are looked up under one key', () => {
    expect(birthdayKey('1986-05-12')).toBe(birthdayKey('1986-12-05'));
    expect(birthdayKey('1986-05-12')).not.toBe(birthdayKey('1986-05-13'));
  });
});
