import { describe, expect, it } from 'vitest';
import { ageOf } from './age.ts';

const today = '2026-03-12';

describe('age', () => {
  it.each([
    { name: 'the day before the birthday', birthday: '1990-03-13', birthYear: null, age: 35 },
    { name: 'on the birthday', birthday: '1990-03-12', birthYear: null, age: 36 },
    { name: 'the day after the birthday', birthday: '1990-03-11', birthYear: null, age: 36 },
    { name: 'a birthday counts before a year', birthday: '1990-03-12', birthYear: 1950, age: 36 },
    { name: 'by the year alone', birthday: null, birthYear: 1990, age: 36 },
    { name: 'born this year', birthday: null, birthYear: 2026, age: 0 },
    { name: 'not yet born', birthday: null, birthYear: 2027, age: null },
    { name: 'unknown', birthday: null, birthYear: null, age: null },
  ])('$name', ({ birthday, birthYear, age }) => {
    expect(ageOf({ birthday, birthYear }, today)).toBe(age);
  });
});
