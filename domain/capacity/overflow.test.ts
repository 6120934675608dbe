import { describe, expect, it } from 'vitest';
import { fillOf } from './fill.ts';
import type { WorkItem } from './level.ts';
import { decided } from './overflow.ts';
import type { InQuestion } from './overflow.ts';

const [monday, tuesday, wednesday] = ['2026-03-16', '2026-03-17', '2026-03-18'] as const;
const item = (id: string, facts: Partial<WorkItem> = {}): WorkItem => ({
  ...{ id, customerId: `of ${id}`, personId: 'ann', purpose: 'marketing', minutes: 5 },
  ...{ days: [monday], wanted: monday, day: monday, isFixed: false },
  ...facts,
});
const asked = (id: string, facts: Partial<WorkItem> = {}, waits = 7): InQuestion => ({
  item: item(id, facts),
  mayWaitDays: waits,
  laterDays: waits > 0 ? [tuesday, wednesday] : [],
  mayBeLent: true,
});
const ten = () => 10;

describe('a decision on a day that is full', () => {
  it('extends what has room later, the first day first, and tells what has none', () => {
    const others = [item('x', { day: tuesday, minutes: 5 }), item('y', { day: wednesday, minutes: 5 })];
    const outcomes = decided('extend', [asked('a'), asked('b'), asked('c')], others, ten, null);
    expect(outcomes).toEqual([
      { id: 'a', kind: 'moves', day: tuesday },
      { id: 'b', kind: 'moves', day: wednesday },
      { id: 'c', kind: 'stays', why: 'no-room' },
    ]);
  });

  it.each([
    { name: 'a promise', facts: { isFixed: true }, waits: 7, why: 'promised' },
    { name: 'what may not wait', facts: {}, waits: 0, why: 'may-not-wait' },
  ])('does not extend $name', ({ facts, waits, why }) => {
    expect(decided('extend', [asked('a', facts, waits)], [], ten, null)).toEqual([
      { id: 'a', kind: 'stays', why },
    ]);
  });

  it('drops marketing only, and no promise', () => {
    const questions = [asked('a'), asked('b', { purpose: 'medical' }), asked('c', { isFixed: true })];
    expect(decided('drop', questions, [], ten, null)).toEqual([
      { id: 'a', kind: 'dropped' },
      { id: 'b', kind: 'stays', why: 'not-marketing' },
      { id: 'c', kind: 'stays', why: 'promised' },
    ]);
  });

  it('lends for the same day, also what was promised', () => {
    expect(decided('lend', [asked('a', { isFixed: true })], [], ten, 'ben')).toEqual([
      { id: 'a', kind: 'lent', day: monday },
    ]);
  });

  it('lends nothing to who may not hold it', () => {
    expect(decided('lend', [{ ...asked('a'), mayBeLent: false }], [], ten, 'ben')).toEqual([
      { id: 'a', kind: 'stays', why: 'not-for-them' },
    ]);
  });
});

describe('how full a day is', () => {
  it.each([
    { count: 1, fill: { load: 5, contacts: 1, over: 0 } },
    { count: 2, fill: { load: 10, contacts: 2, over: 0 } },
    { count: 3, fill: { load: 15, contacts: 3, over: 1 } },
  ])('with $count contacts of five minutes in ten', ({ count, fill }) => {
    const work = Array.from({ length: count }, (_, index) => item(`f${index}`));
    expect(fillOf(work, ten).of('ann', monday)).toEqual(fill);
    expect(fillOf(work, ten).of('ann', tuesday)).toEqual({ load: 0, contacts: 0, over: 0 });
  });

  it('counts a customer’s several matters once, as long as the longest', () => {
    const work = [
      item('a', { customerId: 'chen', minutes: 4 }),
      item('b', { customerId: 'chen', minutes: 9 }),
    ];
    expect(fillOf(work, ten).of('ann', monday)).toEqual({ load: 9, contacts: 1, over: 0 });
  });
});
