import { expect, it } from 'vitest';
import { somebody } from './a-script.fixture.ts';
import { canHold, meets } from './facts.ts';
import type { ScriptFacts } from './facts.ts';
import type { Condition } from './script.ts';

it.each<{ condition: Condition; facts?: Partial<ScriptFacts>; holds: boolean }>([
  { condition: {}, holds: true },
  { condition: { genders: ['female'] }, holds: true },
  { condition: { genders: ['female', 'male'] }, facts: { gender: 'unknown' }, holds: false },
  { condition: { ageFrom: 30 }, facts: { age: 29 }, holds: false },
  { condition: { ageFrom: 30 }, facts: { age: 30 }, holds: true },
  { condition: { ageTo: 30 }, facts: { age: 30 }, holds: true },
  { condition: { ageTo: 30 }, facts: { age: 31 }, holds: false },
  { condition: { ageFrom: 0 }, facts: { age: null }, holds: false },
  { condition: { isMinor: true }, facts: { age: 17 }, holds: true },
  { condition: { isMinor: true }, facts: { age: 18 }, holds: false },
  { condition: { isMinor: false }, facts: { age: null }, holds: true },
  { condition: { visitKind: 'first' }, holds: false },
  { condition: { visitKind: 'first' }, facts: { visitKind: null }, holds: false },
  { condition: { grades: ['A', 'B'] }, facts: { grade: 'B' }, holds: true },
  { condition: { grades: ['A', 'B'] }, holds: false },
  { condition: { treatmentCategories: ['surgery', 'filling'] }, holds: true },
  { condition: { treatmentCategories: ['surgery'] }, facts: { treatmentCategories: [] }, holds: false },
  { condition: { hasAppointment: true }, holds: false },
  { condition: { genders: ['female'], hasAppointment: true }, holds: false },
])('$condition of $facts: $holds', ({ condition, facts, holds }) => {
  expect(meets(condition, { ...somebody, ...facts })).toBe(holds);
});

it.each<{ condition: Condition; possible: boolean }>([
  { condition: { ageFrom: 30, ageTo: 30 }, possible: true },
  { condition: { ageFrom: 31, ageTo: 30 }, possible: false },
  { condition: { isMinor: true, ageFrom: 17 }, possible: true },
  { condition: { isMinor: true, ageFrom: 18 }, possible: false },
  { condition: { isMinor: false, ageTo: 18 }, possible: true },
  { condition: { isMinor: false, ageTo: 17 }, possible: false },
])('somebody can be $condition: $possible', ({ condition, possible }) => {
  expect(canHold(condition)).toBe(possible);
});
