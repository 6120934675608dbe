import { describe, expect, it } from 'vitest';
import { FormDefinition } from './form.ts';
import { intakeFor, intakeOf } from './intake.ts';
import { intakeForms } from './standard/intake.ts';
import { warningsIn } from './warnings.ts';

const askedAt = '2026-03-10T01:00:00.000Z';
const asked = { askedAt, answeredAt: null };
const answered = { askedAt, answeredAt: '2026-03-10T01:05:00.000Z' };

it.each([
  { name: 'a first visitor nobody asked owes it', kind: 'first', known: undefined, state: 'owed' },
  { name: 'a first visitor who was asked has not filled it in', kind: 'first', known: asked, state: 'asked' },
  { name: 'a first visitor who did is done', kind: 'first', known: answered, state: 'done' },
  { name: 'who was here before owes none', kind: 'return', known: undefined, state: null },
  { name: 'who was here before and was asked owes none', kind: 'return', known: asked, state: null },
  { name: 'who was here before and filled one in is done', kind: 'return', known: answered, state: 'done' },
] as const)('$name', ({ kind, known, state }) => expect(intakeOf(kind, known)).toBe(state));

describe('the intake form that fits', () => {
  const shipped = intakeForms.map((form) => ({ ...form, version: 1 }));
  const own = { code: 'own', kind: 'intake', categories: [], version: 1 };
  it.each([
    { name: 'is the one filed under it', forms: shipped, category: 'skin', code: 'intake-aesthetic' },
    { name: 'is the dental one for a filling', forms: shipped, category: 'filling', code: 'intake-dental' },
    { name: 'is one for everything otherwise', forms: [...shipped, own], category: 'other', code: 'own' },
    { name: 'is the first where nothing is known', forms: shipped, category: null, code: 'intake-dental' },
    {
      name: 'is none that was never published',
      forms: [{ ...own, version: null }],
      category: null,
      code: null,
    },
    { name: 'is none of another kind', forms: [{ ...own, kind: 'service' }], category: null, code: null },
  ] as const)('$name', ({ forms, category, code }) => expect(intakeFor(forms, category)).toBe(code));
});

describe('an intake warns', () => {
  const dental = FormDefinition.parse(intakeForms[0]);
  it.each([
    { name: 'of nothing where there is nothing', values: { allergies: ['none'] }, warnings: [] },
    {
      name: 'of each allergy that was chosen, and of its words',
      values: { allergies: ['penicillin', 'else'], 'allergy-words': ' 芒果，嘴肿 ' },
      warnings: [
        { kind: 'allergy', question: 'allergies', words: '青霉素类、其他' },
        { kind: 'allergy', question: 'allergy-words', words: '芒果，嘴肿' },
      ],
    },
    {
      name: 'not of words that a changed answer left behind',
      values: { allergies: ['none'], 'allergy-words': '芒果' },
      warnings: [],
    },
    {
      name: 'of a pregnancy',
      values: { pregnancy: 'nursing' },
      warnings: [{ kind: 'pregnancy', question: 'pregnancy', words: '哺乳期' }],
    },
    { name: 'not of anaesthetics nobody ever had', values: { anaesthesia: ['never'] }, warnings: [] },
    { name: 'not of what somebody comes for', values: { complaint: '牙疼' }, warnings: [] },
  ])('$name', ({ values, warnings }) => expect(warningsIn(dental, values)).toEqual(warnings));
});
