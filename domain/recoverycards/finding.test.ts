import { describe, expect, it } from 'vitest';
import { mayFind } from './finding.ts';
import { heardInWords } from './heard.ts';
import { standardCards } from './standard-cards.ts';
import { mayApproveCard } from './approval.ts';

const asked = { signsHeard: 0, wereSignsAsked: true, hasOpenFlag: false, isDoctor: false };

describe('what an agent may make of a recovery', () => {
  it.each([
    { name: 'normal, nothing heard', finding: 'normal', given: {}, refused: null },
    {
      name: 'normal, nobody asked',
      finding: 'normal',
      given: { wereSignsAsked: false },
      refused: 'signs-not-asked',
    },
    { name: 'watched, nobody asked', finding: 'watch', given: { wereSignsAsked: false }, refused: null },
    { name: 'normal, a sign', finding: 'normal', given: { signsHeard: 1 }, refused: 'red-flag-needs-doctor' },
    { name: 'watched, a sign', finding: 'watch', given: { signsHeard: 1 }, refused: 'red-flag-needs-doctor' },
    { name: 'for the doctor, a sign', finding: 'doctor', given: { signsHeard: 2 }, refused: null },
    {
      name: 'normal, a sign of another day without a word',
      finding: 'normal',
      given: { hasOpenFlag: true },
      refused: 'red-flag-needs-doctor',
    },
    {
      name: 'normal, a sign, a doctor',
      finding: 'normal',
      given: { signsHeard: 1, isDoctor: true },
      refused: null,
    },
    {
      name: 'normal, a doctor who did not ask',
      finding: 'normal',
      given: { wereSignsAsked: false, isDoctor: true },
      refused: 'signs-not-asked',
    },
  ] as const)('$name: refused by $refused', ({ finding, given, refused }) => {
    const decision = mayFind({ ...asked, ...given, finding });
    expect(decision.allowed ? null : decision.reason).toBe(refused);
  });
});

describe('what was heard', () => {
  const [days] = standardCards.find(({ code }) => code === 'extraction')!.days;

  it('is kept in words, with the warning signs among it', () => {
    const heard = heardInWords(days!, {
      signs: ['fever'],
      answers: [
        { question: 'pain', choice: 'worse' },
        { question: 'medicine', choice: 'as-told' },
      ],
    });
    expect(heard).toMatchObject({
      heard: {
        signs: [{ en: 'Fever or shivering' }],
        answers: [{ answer: { en: 'Getting worse' } }, { answer: { en: 'As told' } }],
      },
      flags: [{ urgency: 'urgent' }, { en: 'Pain: Getting worse', urgency: 'soon' }],
    });
  });

  it.each([
    { name: 'no sign, asked', signs: [], answers: [], kept: [] },
    { name: 'not asked', signs: null, answers: [], kept: null },
  ])('tells $name apart', ({ kept, ...given }) => {
    expect(heardInWords(days!, given)?.heard.signs).toEqual(kept);
  });

  it.each([
    { name: 'a sign that is not on it', signs: ['hiccups'], answers: [] },
    { name: 'a sign twice', signs: ['fever', 'fever'], answers: [] },
    { name: 'a question that is not on it', signs: null, answers: [{ question: 'mood', choice: 'calm' }] },
    { name: 'an answer that is not on it', signs: null, answers: [{ question: 'pain', choice: 'calm' }] },
    {
      name: 'a question twice',
      signs: null,
      answers: [
        { question: 'pain', choice: 'none' },
        { question: 'pain', choice: 'worse' },
      ],
    },
  ])('is refused with $name', ({ name: _name, ...given }) => {
    expect(heardInWords(days!, given)).toBeNull();
  });
});

describe('a card is approved', () => {
  const written = { authorIds: ['writer'], promises: [] as string[] };
  it.each([
    { name: 'by another doctor', card: written, doctor: { id: 'd', treats: true }, refused: null },
    { name: 'not by a nurse', card: written, doctor: { id: 'n', treats: false }, refused: 'only-a-doctor' },
    {
      name: 'not by its writer',
      card: written,
      doctor: { id: 'writer', treats: true },
      refused: 'own-card',
    },
    {
      name: 'not while it promises',
      card: { ...written, promises: ['保证'] },
      doctor: { id: 'd', treats: true },
      refused: 'card-promises',
    },
  ] as const)('$name', ({ card, doctor, refused }) => {
    const decision = mayApproveCard(card, doctor);
    expect(decision.allowed ? null : decision.reason).toBe(refused);
  });
});
