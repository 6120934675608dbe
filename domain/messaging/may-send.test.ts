import { describe, expect, it } from 'vitest';
import { addHours, addMinutes, instantAt } from '#domain/base/time.ts';
import { maySend } from './may-send.ts';
import type { SendFacts } from './may-send.ts';
import { standardMessageRules as rules } from './rule-set.ts';

const zone = 'Asia/Shanghai';
const now = instantAt('2026-03-12T10:00', zone);
const customer: SendFacts['customer'] = {
  ...{ age: 30, refusesContact: false, isFrozen: false, isGone: false },
  ...{ marketing: 'given', care: 'never', guardian: null, own: '+8613800001234' },
};
const facts: SendFacts = {
  ...{ kind: 'care', channel: 'sms', isUrgent: false, staleAt: addHours(now, 24), customer },
  ...{ isSuppressed: false, sent: [], budgetUntil: null, isOverCost: false, hasAccount: true },
};
const decide = (some: Partial<SendFacts>, who: Partial<SendFacts['customer']> = {}) =>
  maySend({ ...facts, ...some, customer: { ...customer, ...who } }, rules, now, zone);

describe('who is never written to', () => {
  it.each([
    { kind: 'marketing', who: { marketing: 'never' }, why: 'no-consent' },
    { kind: 'marketing', who: { marketing: 'withdrawn' }, why: 'consent-withdrawn' },
    { kind: 'marketing', who: { marketing: 'lapsed' }, why: 'consent-lapsed' },
    { kind: 'marketing', who: { isFrozen: true }, why: 'frozen' },
    { kind: 'marketing', who: { age: 17 }, why: 'minor' },
    { kind: 'marketing', who: { refusesContact: true }, why: 'refuses-contact' },
    { kind: 'care', who: { care: 'withdrawn' }, why: 'consent-withdrawn' },
    { kind: 'care', who: { refusesContact: true }, why: 'refuses-contact' },
    { kind: 'service_notice', who: { isGone: true }, why: 'gone' },
    { kind: 'otp', who: { isGone: true }, why: 'gone' },
  ] as const)('a $kind message to $who: $why', ({ kind, who, why }) => {
    expect(decide({ kind }, who)).toEqual({ do: 'stop', why });
  });

  it('takes a no from whoever has the number', () => {
    expect(decide({ kind: 'marketing', isSuppressed: true })).toEqual({ do: 'stop', why: 'suppressed' });
    expect(decide({ kind: 'care', isSuppressed: true })).toMatchObject({ do: 'send' });
  });

  it.each([
    { kind: 'marketing', who: { age: 18 } },
    { kind: 'care', who: { marketing: 'withdrawn', isFrozen: true } },
    { kind: 'care', who: { care: 'lapsed' } },
    { kind: 'otp', who: { refusesContact: true, care: 'withdrawn' } },
  ] as const)('but a $kind message to $who goes', ({ kind, who }) => {
    expect(decide({ kind }, who)).toMatchObject({ do: 'send' });
  });
});

describe('whose phone it goes to', () => {
  const mother = '+8613900005678';
  it.each([
    { age: 13, guardian: mother, goes: { do: 'send', to: mother, toGuardian: true } },
    { age: 13, guardian: null, goes: { do: 'by-hand', why: 'no-guardian' } },
    { age: 14, guardian: null, goes: { do: 'send', to: customer.own, toGuardian: false } },
    { age: 17, guardian: mother, goes: { do: 'send', to: mother, toGuardian: true } },
    { age: 18, guardian: mother, goes: { do: 'send', to: customer.own, toGuardian: false } },
    { age: null, guardian: mother, goes: { do: 'send', to: customer.own, toGuardian: false } },
  ])('at $age with $guardian', ({ age, guardian, goes }) => {
    expect(decide({}, { age, guardian })).toEqual(goes);
  });

  it('is a colleague’s matter where there is no number or no account, and no offer is one', () => {
    expect(decide({}, { own: null })).toEqual({ do: 'by-hand', why: 'no-address' });
    expect(decide({ hasAccount: false })).toEqual({ do: 'by-hand', why: 'no-account' });
    expect(decide({ kind: 'marketing', hasAccount: false })).toEqual({ do: 'stop', why: 'no-account' });
  });
});

describe('when it goes', () => {
  const daysAgo = (days: number, minutes = 0) => addMinutes(addHours(now, -24 * days), minutes);
  const offer = (at: string) => ({ kind: 'marketing' as const, at });
  const care = (at: string) => ({ kind: 'care' as const, at });
  const code = (at: string) => ({ kind: 'otp' as const, at });

  it.each([
    {
      name: 'an offer seven days after the last',
      some: { kind: 'marketing', sent: [offer(daysAgo(7))] },
      does: 'send',
    },
    {
      name: 'an offer a minute too early',
      some: { kind: 'marketing', sent: [offer(daysAgo(7, 1))] },
      does: 'wait',
    },
    {
      name: 'an offer that would wait past its time',
      some: { kind: 'marketing', sent: [offer(daysAgo(7, 60))], staleAt: addMinutes(now, 30) },
      does: 'stop',
    },
    { name: 'a second care message', some: { sent: [care(daysAgo(0, -60))] }, does: 'send' },
    {
      name: 'a third care message',
      some: { sent: [care(daysAgo(0, -60)), care(daysAgo(0, -120))] },
      does: 'wait',
    },
    {
      name: 'a third that is urgent',
      some: { isUrgent: true, sent: [care(daysAgo(0, -60)), care(daysAgo(0, -120))] },
      does: 'send',
    },
    {
      name: 'a code a minute after the last',
      some: { kind: 'otp', sent: [code(daysAgo(0, -1))] },
      does: 'send',
    },
    { name: 'a code within the minute', some: { kind: 'otp', sent: [code(now)] }, does: 'wait' },
    {
      name: 'the fifth code of an hour',
      some: { kind: 'otp', sent: [10, 20, 30, 40].map((m) => code(daysAgo(0, -m))) },
      does: 'send',
    },
    {
      name: 'the sixth code of an hour',
      some: { kind: 'otp', sent: [10, 20, 30, 40, 50].map((m) => code(daysAgo(0, -m))) },
      does: 'wait',
    },
    {
      name: 'the eleventh code of a day',
      some: { kind: 'otp', sent: Array.from({ length: 10 }, (_, n) => code(daysAgo(0, -70 * (n + 1)))) },
      does: 'wait',
    },
    {
      name: 'an offer over the cost of the day',
      some: { kind: 'marketing', isOverCost: true },
      does: 'wait',
    },
    { name: 'a code over the cost of the day', some: { kind: 'otp', isOverCost: true }, does: 'wait' },
    { name: 'care over the cost of the day', some: { isOverCost: true }, does: 'send' },
    {
      name: 'an offer that the budget keeps',
      some: { kind: 'marketing', budgetUntil: addHours(now, 3) },
      does: 'wait',
    },
    {
      name: 'an offer that the budget kept until now',
      some: { kind: 'marketing', budgetUntil: now },
      does: 'send',
    },
    {
      name: 'a question that the budget keeps',
      some: { kind: 'service_notice', budgetUntil: addHours(now, 3) },
      does: 'wait',
    },
    {
      name: 'a question that the budget keeps until just before it is too late',
      some: { kind: 'service_notice', budgetUntil: addHours(now, 3), staleAt: addHours(now, 3) },
      does: 'wait',
    },
    {
      name: 'a question that the budget keeps for too long',
      some: { kind: 'service_notice', budgetUntil: addHours(now, 3), staleAt: addHours(now, 2) },
      does: 'stop',
    },
    { name: 'care at the last moment', some: { staleAt: now }, does: 'send' },
    { name: 'care past its time', some: { staleAt: addMinutes(now, -1) }, does: 'by-hand' },
    {
      name: 'an offer past its time',
      some: { kind: 'marketing', staleAt: addMinutes(now, -1) },
      does: 'stop',
    },
  ] as { name: string; some: Partial<SendFacts>; does: string }[])('$name: $does', ({ some, does }) => {
    expect(decide(some).do).toBe(does);
  });
});
