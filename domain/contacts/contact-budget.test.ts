import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import type { Purpose } from './contact.ts';
import {
  callCounts,
  mayWait,
  memoryDays,
  messageCounts,
  standardBudget,
  waitsOf,
  waitsUntil,
  weightiest,
} from './contact-budget.ts';
import type { ContactUse } from './contact-budget.ts';
import type { ContactBudget } from './contract.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string): string => instantAt(`2026-03-${wall}`, zone);
const use = (wall: string, purpose: Purpose = 'medical'): ContactUse => ({ at: at(wall), purpose });
const dawn = (day: string): string => at(`${day}T00:00`);

function untilBy(uses: ContactUse[], budget: ContactBudget = standardBudget) {
  const { service, satisfaction, marketing } = waitsOf(uses, budget, zone);
  return [service?.until, satisfaction?.until, marketing?.until].map((until) => until ?? null);
}

describe('the contact budget of one person', () => {
  it.each([
    { name: 'nobody contacted: nothing waits', uses: [], waits: [null, null, null] },
    {
      name: 'once, whatever about: the same day no survey, for a week no offer',
      uses: [use('12T10:00')],
      waits: [null, dawn('13'), dawn('19')],
    },
    {
      name: 'twice within a week: surveys wait for the first to be a week ago',
      uses: [use('10T09:00'), use('12T10:00', 'satisfaction')],
      waits: [null, dawn('17'), dawn('19')],
    },
    {
      name: 'twice, a week and a day apart: only the day counts',
      uses: [use('04T09:00'), use('12T10:00')],
      waits: [null, dawn('13'), dawn('19')],
    },
    {
      name: 'three times: the second newest decides',
      uses: [use('12T10:00'), use('08T10:00'), use('09T10:00')],
      waits: [null, dawn('16'), dawn('19')],
    },
    {
      name: 'late in the evening is still that day by the clinic’s clock',
      uses: [use('12T23:59')],
      waits: [null, dawn('13'), dawn('19')],
    },
  ])('$name', ({ uses, waits }) => {
    expect(untilBy(uses)).toEqual(waits);
  });

  it('is what the clinic publishes: another figure a day, another span, a limit for service', () => {
    const budget: ContactBudget = {
      perDay: 2,
      limits: { service: { contacts: 3, days: 2 }, satisfaction: null, marketing: { contacts: 2, days: 30 } },
    };
    expect(untilBy([use('12T09:00')], budget)).toEqual([null, null, null]);
    expect(untilBy([use('12T09:00'), use('12T15:00')], budget)).toEqual([
      dawn('13'),
      null,
      instantAt('2026-04-11T00:00', zone),
    ]);
    expect(untilBy([use('12T09:00'), use('12T15:00'), use('12T17:00')], budget)[0]).toBe(dawn('14'));
    const noDaily = { ...budget, perDay: null };
    expect(untilBy([use('12T09:00'), use('12T15:00')], noDaily)[0]).toBeNull();
    expect(memoryDays(budget)).toBe(30);
  });

  it('names who used it up, the newest first', () => {
    const [early, late, older] = [use('12T09:00'), use('12T15:00', 'complaint'), use('01T09:00')];
    expect(waitsOf([early, late, older], standardBudget, zone).satisfaction!.usedBy).toEqual([late, early]);
    expect(waitsOf([early, late, older], standardBudget, zone).marketing!.usedBy).toEqual([late]);
  });
});

describe('whether something may be said to a customer now', () => {
  const waits = waitsOf([use('10T09:00'), use('12T09:00')], standardBudget, zone);
  const noon = at('12T12:00');
  const ask = (purpose: Purpose, closesAt: string | null, now = noon) =>
    waitsUntil({ purpose, closesAt }, waits, now, zone);

  it.each([
    { name: 'health is never held', purpose: 'medical', closes: null, until: null },
    { name: 'nor a complaint', purpose: 'complaint', closes: null, until: null },
    { name: 'nor, as shipped, what was arranged', purpose: 'service', closes: null, until: null },
    { name: 'a survey waits', purpose: 'satisfaction', closes: at('30T12:00'), until: dawn('17') },
    {
      name: 'but only until its last day',
      purpose: 'satisfaction',
      closes: at('15T23:59'),
      until: dawn('15'),
    },
    { name: 'on its last day it is due', purpose: 'satisfaction', closes: at('12T18:00'), until: null },
    { name: 'and after it too', purpose: 'satisfaction', closes: at('11T18:00'), until: null },
    { name: 'an offer waits', purpose: 'marketing', closes: at('30T12:00'), until: dawn('19') },
    { name: 'also past its window', purpose: 'marketing', closes: at('12T18:00'), until: dawn('19') },
    { name: 'what has no window waits', purpose: 'satisfaction', closes: null, until: dawn('17') },
  ] as const)('$name', ({ purpose, closes, until }) => {
    expect(ask(purpose, closes)).toBe(until);
  });

  it('is free again with the day the wait ends', () => {
    expect(ask('marketing', null, at('18T23:59'))).toBe(dawn('19'));
    expect(ask('marketing', null, dawn('19'))).toBeNull();
  });

  it('counts a call once, as its weightiest matter, and only where somebody was spoken to', () => {
    expect(weightiest(['marketing', 'medical', 'satisfaction'])).toBe('medical');
    expect(weightiest(['marketing', 'complaint'])).toBe('complaint');
    expect(['reached', 'refused', 'no_answer', 'call_back', 'wrong_number'].filter(callCounts)).toEqual([
      'reached',
      'refused',
    ]);
    expect((['medical', 'service', 'satisfaction', 'marketing'] as const).filter(messageCounts)).toEqual([
      'satisfaction',
      'marketing',
    ]);
    expect((['medical', 'complaint'] as const).some(mayWait)).toBe(false);
  });
});
