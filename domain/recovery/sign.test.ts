import { describe, expect, it } from 'vitest';
import { isOwed, mayDecideRemedy, mayGiveRemedy, mayWithdrawRemedy, remedyStateAtFirst } from './remedy.ts';
import { RecoveryRules, standardRecoveryRules as rules } from './recovery-rules.ts';
import { caseToJoin, graver, gravityOf, opensCase } from './sign.ts';

describe('a score', () => {
  it.each([
    { score: 0, opens: true },
    { score: 7, opens: true },
    { score: 8, opens: false },
    { score: 10, opens: false },
    { score: null, opens: false },
  ])('of $score opens a case: $opens', ({ score, opens }) => {
    expect(opensCase(score, rules)).toBe(opens);
  });

  it('is low by the clinic’s own figure', () => {
    expect(opensCase(8, { opensBelow: 9 })).toBe(true);
    expect(opensCase(5, { opensBelow: 5 })).toBe(false);
  });
});

describe('how grave a sign is', () => {
  it.each([
    { sign: { kind: 'low-score', special: null }, is: 'ordinary' },
    { sign: { kind: 'person', special: null }, is: 'ordinary' },
    { sign: { kind: 'complaint', special: null }, is: 'likely-complaint' },
    { sign: { kind: 'red-flag', special: null }, is: 'likely-complaint' },
    { sign: { kind: 'low-score', special: 'legal' }, is: 'special' },
    { sign: { kind: 'complaint', special: 'media' }, is: 'special' },
  ] as const)('$sign.kind, $sign.special: $is', ({ sign, is }) => {
    expect(gravityOf(sign)).toBe(is);
  });

  it('only grows', () => {
    expect(graver('special', 'ordinary')).toBe('special');
    expect(graver('ordinary', 'likely-complaint')).toBe('likely-complaint');
  });
});

describe('the case a sign belongs to', () => {
  const of = (visitId: string | null, openedAt = '2026-03-01') => ({ visitId, openedAt });
  it.each([
    { name: 'none is open', open: [], visitId: 'v1', joins: null },
    { name: 'the same visit', open: [of('v1'), of('v2', '2026-03-02')], visitId: 'v1', joins: 0 },
    { name: 'another visit', open: [of('v2')], visitId: 'v1', joins: null },
    { name: 'a case of no known visit', open: [of('v2'), of(null)], visitId: 'v1', joins: 1 },
    { name: 'a sign of no known visit', open: [of('v1'), of('v2', '2026-03-02')], visitId: null, joins: 1 },
  ])('$name', ({ open, visitId, joins }) => {
    expect(caseToJoin(open, visitId)).toBe(joins === null ? null : open[joins]);
  });
});

describe('a remedy', () => {
  it.each([
    { fen: 0, state: 'agreed' },
    { fen: 50_000, state: 'agreed' },
    { fen: 50_001, state: 'asked' },
  ])('of $fen fen is $state at first', ({ fen, state }) => {
    expect(remedyStateAtFirst(fen, rules)).toBe(state);
  });

  it.each([
    { name: 'another person', personId: 'boss', state: 'asked', allowed: true },
    { name: 'who asked', personId: 'agent', state: 'asked', allowed: false },
    { name: 'whom the case is about', personId: 'doctor', state: 'asked', allowed: false },
    { name: 'another, once it was decided', personId: 'boss', state: 'agreed', allowed: false },
  ] as const)('is agreed to by $name: $allowed', ({ personId, state, allowed }) => {
    const about = { aboutIds: ['doctor'] };
    expect(mayDecideRemedy({ state, askedBy: 'agent' }, about, personId).allowed).toBe(allowed);
  });

  it.each([
    { state: 'asked', gives: false, owed: true },
    { state: 'agreed', gives: true, owed: true },
    { state: 'declined', gives: false, owed: false },
    { state: 'given', gives: false, owed: false },
    { state: 'withdrawn', gives: false, owed: false },
  ] as const)('that is $state may be given: $gives, is owed: $owed', ({ state, gives, owed }) => {
    expect(mayGiveRemedy({ state }).allowed).toBe(gives);
    expect(isOwed({ state })).toBe(owed);
    // What is owed may be taken back, but not by who the case is about.
    const about = { aboutIds: ['doctor'] };
    expect(mayWithdrawRemedy({ state }, about, 'agent').allowed).toBe(owed);
    expect(mayWithdrawRemedy({ state }, about, 'doctor').allowed).toBe(false);
  });
});

it('causes of a clinic have a key of their own each', () => {
  const cause = { key: 'pain', name: '疼痛' };
  expect(RecoveryRules.safeParse({ causes: [cause] }).success).toBe(true);
  expect(RecoveryRules.safeParse({ causes: [cause, cause] }).success).toBe(false);
  expect(RecoveryRules.safeParse({ causes: [] }).success).toBe(false);
});
