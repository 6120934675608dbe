import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseSteps, mayAnswer, mayAskForEnd, mayConfirm, mayDecideEnd, mayDirect } from './recovery-case.ts';
import { mayReopen, maySendBack, mayTakeWord, mayTry } from './recovery-case.ts';
import type { Hand, Standing } from './recovery-case.ts';

const doctor = 'doctor';
const agent: Hand = { id: 'agent', supervises: false };
const supervisor: Hand = { id: 'supervisor', supervises: true };
const rules = { settledFrom: 6, triesBeforeEnd: 3 };

const at = (facts: Partial<Standing> = {}): Standing => ({
  state: 'open',
  step: 'doctor',
  aboutIds: [doctor],
  answererIds: [],
  ownerId: null,
  cause: 'pain',
  tries: 0,
  endAskedBy: null,
  remediesOwed: 0,
  ...facts,
});
const verdict = (decision: { allowed: boolean; reason?: string }) =>
  decision.allowed ? 'yes' : decision.reason;

describe('the doctor’s answer', () => {
  it.each([
    { name: 'by the doctor it is about', facts: {}, hand: { id: doctor, supervises: false }, is: 'yes' },
    { name: 'by who holds it', facts: { ownerId: 'agent' }, hand: agent, is: 'yes' },
    { name: 'by another', facts: { ownerId: 'nurse' }, hand: agent, is: 'not-yours' },
    { name: 'by the supervisor, whoever holds it', facts: { ownerId: 'nurse' }, hand: supervisor, is: 'yes' },
    { name: 'twice', facts: { step: 'service' }, hand: agent, is: 'wrong-step' },
    { name: 'on a closed case', facts: { state: 'closed' }, hand: agent, is: 'case-closed' },
  ] as const)('$name: $is', ({ facts, hand, is }) => {
    expect(verdict(mayAnswer(at(facts), hand))).toBe(is);
  });
});

describe('who directs a case', () => {
  it.each([
    { name: 'a supervisor', facts: {}, hand: supervisor, is: 'yes' },
    {
      name: 'the supervisor it is about',
      facts: { aboutIds: ['supervisor'] },
      hand: supervisor,
      is: 'about-you',
    },
    { name: 'anybody, once it is closed', facts: { state: 'closed' }, hand: supervisor, is: 'case-closed' },
  ] as const)('$name: $is', ({ facts, hand, is }) => {
    expect(verdict(mayDirect(at(facts), hand))).toBe(is);
  });
});

describe('what customer service makes of the answer', () => {
  it.each([
    { name: 'an agent', facts: { step: 'service' }, hand: agent, is: 'yes' },
    { name: 'before there is one', facts: {}, hand: agent, is: 'wrong-step' },
    {
      name: 'whom it is about',
      facts: { step: 'service' },
      hand: { id: doctor, supervises: true },
      is: 'about-you',
    },
    {
      name: 'who wrote it, of the department',
      facts: { step: 'service', answererIds: ['agent'] },
      hand: agent,
      is: 'own-answer',
    },
    {
      name: 'a supervisor who wrote it for another',
      facts: { step: 'service', answererIds: ['supervisor'] },
      hand: supervisor,
      is: 'yes',
    },
    { name: 'what another holds', facts: { step: 'service', ownerId: 'x' }, hand: agent, is: 'not-yours' },
  ] as const)('$name: $is', ({ facts, hand, is }) => {
    expect(verdict(mayConfirm(at(facts), hand))).toBe(is);
    expect(verdict(maySendBack(at(facts), hand))).toBe(is);
  });

  it.each([
    { step: 'doctor', is: 'wrong-step' },
    { step: 'service', is: 'yes' },
    { step: 'customer', is: 'yes' },
  ] as const)('a try to reach the customer while the $step is at it: $is', ({ step, is }) => {
    expect(verdict(mayTry(at({ step })))).toBe(is);
  });
});

describe('the customer’s own word', () => {
  const said = { step: 'customer' } as const;
  it.each([
    { name: 'settled with the figure', facts: said, word: { isSettled: true, score: 6 }, is: 'yes' },
    { name: 'settled with more', facts: said, word: { isSettled: true, score: 7 }, is: 'yes' },
    { name: 'settled with less', facts: said, word: { isSettled: true, score: 5 }, is: 'score-too-low' },
    { name: 'not settled, whatever the score', facts: said, word: { isSettled: false, score: 2 }, is: 'yes' },
    {
      name: 'settled without a cause',
      facts: { ...said, cause: null },
      word: { isSettled: true, score: 9 },
      is: 'cause-missing',
    },
    {
      name: 'settled while something promised is owed',
      facts: { ...said, remediesOwed: 1 },
      word: { isSettled: true, score: 9 },
      is: 'remedy-owed',
    },
    {
      name: 'not settled while something is owed',
      facts: { ...said, remediesOwed: 1 },
      word: { isSettled: false, score: 4 },
      is: 'yes',
    },
    { name: 'before anybody answered', facts: {}, word: { isSettled: true, score: 9 }, is: 'wrong-step' },
  ])('$name: $is', ({ facts, word, is }) => {
    expect(verdict(mayTakeWord(at(facts), agent, word, rules))).toBe(is);
  });

  it('is not written down by whom the case is about', () => {
    for (const isSettled of [true, false])
      expect(
        verdict(mayTakeWord(at(said), { id: doctor, supervises: true }, { isSettled, score: 9 }, rules)),
      ).toBe('about-you');
  });
});

describe('an end without the customer’s word', () => {
  const waited = { step: 'customer', tries: 3 } as const;
  it.each([
    { name: 'a try too few', facts: { ...waited, tries: 2 }, is: 'too-few-tries' },
    { name: 'enough tries', facts: waited, is: 'yes' },
    { name: 'more than enough', facts: { ...waited, tries: 4 }, is: 'yes' },
    { name: 'asked for already', facts: { ...waited, endAskedBy: 'x' }, is: 'end-asked' },
    { name: 'no cause', facts: { ...waited, cause: null }, is: 'cause-missing' },
    { name: 'a step too early', facts: { ...waited, step: 'service' }, is: 'wrong-step' },
  ] as const)('is asked for, $name: $is', ({ facts, is }) => {
    expect(verdict(mayAskForEnd(at(facts), agent, rules))).toBe(is);
  });

  it.each([
    { name: 'another', facts: { ...waited, endAskedBy: 'agent' }, hand: supervisor, is: 'yes' },
    { name: 'who asked', facts: { ...waited, endAskedBy: 'supervisor' }, hand: supervisor, is: 'own-wish' },
    {
      name: 'whom it is about',
      facts: { ...waited, endAskedBy: 'agent' },
      hand: { id: doctor, supervises: true },
      is: 'about-you',
    },
    { name: 'anybody, unasked', facts: waited, hand: supervisor, is: 'end-not-asked' },
  ])('is decided by $name: $is', ({ facts, hand, is }) => {
    expect(verdict(mayDecideEnd(at(facts), hand))).toBe(is);
  });

  it.each([
    { state: 'closed', is: 'yes' },
    { state: 'open', is: 'not-closed' },
    { state: 'withdrawn', is: 'not-closed' },
  ] as const)('and what is $state may be opened again: $is', ({ state, is }) => {
    expect(verdict(mayReopen(at({ state })))).toBe(is);
  });
});

it('whatever stands in a case, neither whom it is about nor who answered ends it, and nobody ends it alone without the customer', () => {
  const anyCase = fc.record<Standing>({
    state: fc.constantFrom('open', 'closed', 'withdrawn'),
    step: fc.constantFrom(...caseSteps),
    aboutIds: fc.subarray(['doctor', 'agent', 'supervisor']),
    answererIds: fc.subarray(['doctor', 'agent']),
    ownerId: fc.constantFrom(null, 'doctor', 'agent'),
    cause: fc.constantFrom(null, 'pain'),
    tries: fc.nat(5),
    endAskedBy: fc.constantFrom(null, 'doctor', 'agent', 'supervisor'),
    remediesOwed: fc.nat(2),
  });
  const anyHand = fc.record<Hand>({
    id: fc.constantFrom('doctor', 'agent', 'supervisor'),
    supervises: fc.boolean(),
  });
  fc.assert(
    fc.property(anyCase, anyHand, fc.nat(10), (standing, hand, score) => {
      const word = mayTakeWord(standing, hand, { isSettled: true, score }, rules);
      const end = mayDecideEnd(standing, hand);
      if (word.allowed || end.allowed) {
        expect(standing.aboutIds).not.toContain(hand.id);
        if (!hand.supervises) expect(standing.answererIds).not.toContain(hand.id);
        expect(standing.state).toBe('open');
        expect(standing.cause).not.toBeNull();
        expect(standing.remediesOwed).toBe(0);
      }
      if (word.allowed) expect(score).toBeGreaterThanOrEqual(rules.settledFrom);
      if (end.allowed) expect(standing.endAskedBy).not.toBe(hand.id);
    }),
  );
});
