import { describe, expect, it } from 'vitest';
import { isEndedBy } from './ending.ts';
import type { PlanInQuestion, VisitFact } from './ending.ts';

const deposit: PlanInQuestion = {
  eventAt: '2026-03-01T02:00:00.000Z',
  visitId: 'visit-1',
  event: 'deposit.untreated',
  treatmentCategories: undefined,
};
const braces: PlanInQuestion = { ...deposit, event: 'orthodontics.started' };
const visit = (part: Partial<VisitFact>): VisitFact => ({
  id: 'visit-2',
  at: '2026-03-08T02:00:00.000Z',
  categories: [],
  finished: [],
  ...part,
});

describe('a step that waits for a treatment', () => {
  it.each([
    { name: 'ends with one', visit: visit({ categories: ['skin'] }), ends: true },
    { name: 'not with another talk', visit: visit({ categories: ['consultation'] }), ends: false },
    {
      name: 'with a talk and a treatment',
      visit: visit({ categories: ['consultation', 'skin'] }),
      ends: true,
    },
    { name: 'not with an empty visit', visit: visit({}), ends: false },
    {
      name: 'not with one of before',
      visit: visit({ categories: ['skin'], at: deposit.eventAt }),
      ends: false,
    },
    {
      name: 'a moment after it',
      visit: visit({ categories: ['skin'], at: '2026-03-01T02:00:00.001Z' }),
      ends: true,
    },
    { name: 'not with its own visit', visit: visit({ categories: ['skin'], id: 'visit-1' }), ends: false },
  ])('$name', ({ visit, ends }) => {
    expect(isEndedBy('treated', deposit, visit)).toBe(ends);
    expect(isEndedBy(undefined, deposit, visit)).toBe(false);
  });
});

describe('a step that goes on until the treatment ends', () => {
  it.each([
    { name: 'goes on with every session', visit: visit({ categories: ['orthodontics'] }), ends: false },
    {
      name: 'ends with the last',
      visit: visit({ categories: ['orthodontics'], finished: ['orthodontics'] }),
      ends: true,
    },
    {
      name: 'goes on when another course ends',
      visit: visit({ categories: ['skin', 'orthodontics'], finished: ['skin'] }),
      ends: false,
    },
  ])('$name', ({ visit, ends }) => {
    expect(isEndedBy('treatment-finished', braces, visit)).toBe(ends);
  });

  it('is about the treatments of its protocol, or any', () => {
    const last = visit({ categories: ['skin'], finished: ['skin'] });
    const about = (treatmentCategories: PlanInQuestion['treatmentCategories']) =>
      isEndedBy('treatment-finished', { ...deposit, event: 'visit.closed', treatmentCategories }, last);
    expect([about(['skin']), about(['injection']), about(undefined)]).toEqual([true, false, true]);
  });
});
