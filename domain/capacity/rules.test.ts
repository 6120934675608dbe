import { describe, expect, it } from 'vitest';
import { capacityOf, CapacityRules, minutesOfContact, standardCapacityRules } from './rules.ts';
import type { Measure } from './rules.ts';

const measured = (facts: Partial<Measure>): Measure => ({
  staffId: null,
  purpose: 'service',
  contacts: 20,
  minutes: 7,
  ...facts,
});

describe('how long a contact takes', () => {
  it.each([
    { name: 'is the clinic’s figure before anything is measured', measures: [], minutes: 4, from: 'rules' },
    {
      name: 'is the clinic’s at 19 contacts',
      measures: [measured({ contacts: 19 })],
      minutes: 4,
      from: 'rules',
    },
    { name: 'is everybody’s from 20 contacts on', measures: [measured({})], minutes: 7, from: 'all' },
    {
      name: 'is one’s own once that is known',
      measures: [measured({}), measured({ staffId: 'a', minutes: 3 })],
      minutes: 3,
      from: 'own',
    },
    { name: 'is nobody else’s own', measures: [measured({ staffId: 'b' })], minutes: 4, from: 'rules' },
    { name: 'is of its own kind', measures: [measured({ purpose: 'medical' })], minutes: 4, from: 'rules' },
    { name: 'is a minute at least', measures: [measured({ minutes: 0.2 })], minutes: 1, from: 'all' },
    { name: 'is whole minutes', measures: [measured({ minutes: 6.5 })], minutes: 7, from: 'all' },
  ])('$name', ({ measures, minutes, from }) => {
    expect(minutesOfContact('a', 'service', measures, standardCapacityRules)).toEqual({ minutes, from });
  });
});

describe('the time for followups', () => {
  it.each([
    { role: 'cs_agent', worked: 540, minutes: 378 },
    { role: 'doctor', worked: 540, minutes: 27 },
    { role: 'doctor', worked: 19, minutes: 0 },
    { role: 'manager', worked: 540, minutes: 0 },
  ] as const)('of a $role who works $worked minutes is $minutes', ({ role, worked, minutes }) => {
    expect(capacityOf(role, worked, standardCapacityRules)).toBe(minutes);
  });

  it('names every kind and every role, within what a day has', () => {
    expect(CapacityRules.safeParse(standardCapacityRules).success).toBe(true);
    const { percent, minutes } = standardCapacityRules;
    expect(CapacityRules.safeParse({ percent: { ...percent, nurse: 101 }, minutes }).success).toBe(false);
    expect(CapacityRules.safeParse({ percent, minutes: { ...minutes, service: 0 } }).success).toBe(false);
    expect(CapacityRules.safeParse({ percent, minutes: { service: 4 } }).success).toBe(false);
  });
});
