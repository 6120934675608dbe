import { describe, expect, it } from 'vitest';
import { standardBudget, waitsOf } from './contact-budget.ts';
import { familyAtMost, familyOf } from './family-phone.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}`);

describe('one telephone for several customers', () => {
  it.each([
    { name: 'nobody else: the customer alone', others: [], family: ['child'] },
    { name: 'a mother and her child are one ear', others: ['mother', 'child'], family: ['child', 'mother'] },
    {
      name: 'as many as a family may be',
      others: people(familyAtMost - 1),
      family: ['child', ...people(familyAtMost - 1)],
    },
    {
      name: 'more than that is a placeholder, and no family',
      others: people(familyAtMost),
      family: ['child'],
    },
  ])('$name', ({ others, family }) => {
    expect(familyOf('child', others)).toEqual(family);
  });

  it('has one budget: the call about one leaves the survey of the other for another day', () => {
    const uses = [
      { customerId: 'mother', at: '2026-03-12T02:00:00.000Z', purpose: 'medical' as const },
      { customerId: 'neighbour', at: '2026-03-13T02:00:00.000Z', purpose: 'medical' as const },
    ];
    const family = familyOf('child', ['mother']);
    const waits = waitsOf(
      uses.filter(({ customerId }) => family.includes(customerId)),
      standardBudget,
      'Asia/Shanghai',
    );
    expect(waits.satisfaction).toMatchObject({
      until: '2026-03-12T16:00:00.000Z',
      usedBy: [{ customerId: 'mother' }],
    });
  });
});
