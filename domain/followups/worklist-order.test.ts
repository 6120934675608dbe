import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { compareStandings, standingOf } from './worklist-order.ts';
import type { ListedCustomer } from './worklist-order.ts';

const zone = 'Asia/Shanghai';
/** Ten in the morning there. */
const now = '2026-03-12T02:00:00.000Z';
const at = (hours: number): string => addHours(now, hours);

function row(facts: Partial<ListedCustomer>): ListedCustomer {
  return {
    section: 'due_now',
    closesAt: at(8),
    dueAt: facts.closesAt ?? at(8),
    nextTryAt: null,
    purposes: ['satisfaction'],
    grade: 'C',
    ...facts,
  };
}

describe('the order of today’s list', () => {
  it.each([
    { name: 'overdue before due', before: { section: 'overdue', closesAt: at(-1) }, after: { grade: 'A' } },
    {
      name: 'a window that breaks within two hours before what is worth more',
      before: { closesAt: at(2) },
      after: { purposes: ['medical'], grade: 'A' },
    },
    {
      name: 'two hours and a minute are no hurry yet',
      before: { purposes: ['medical'] },
      after: { closesAt: addMinutes(now, 121) },
    },
    { name: 'health before a survey', before: { purposes: ['medical'] }, after: { closesAt: at(3) } },
    {
      name: 'a complaint before an offer to the best customer',
      before: { purposes: ['marketing', 'complaint'] },
      after: { purposes: ['marketing'], grade: 'A' },
    },
    { name: 'a survey before an offer', before: {}, after: { purposes: ['marketing'], closesAt: at(4) } },
    { name: 'grade A before B', before: { grade: 'A' }, after: { grade: 'B', closesAt: at(3) } },
    { name: 'B before whom one may lose', before: { grade: 'B' }, after: { grade: 'D', closesAt: at(3) } },
    { name: 'D before C', before: { grade: 'D' }, after: { closesAt: at(3) } },
    { name: 'else the earlier window', before: { closesAt: at(4) }, after: { closesAt: at(5) } },
    {
      name: 'of later days the earlier day, whatever it is worth',
      before: { section: 'later_today', closesAt: at(20) },
      after: { section: 'later_today', closesAt: at(44), purposes: ['medical'], grade: 'A' },
    },
    {
      name: 'of one grade what was for an earlier day, though its window is open for longer',
      before: { dueAt: at(-4), closesAt: at(60) },
      after: { dueAt: at(8), closesAt: at(9) },
    },
    {
      name: 'of later days the day that was made level, not the window’s end',
      before: { section: 'later_today', dueAt: at(20), closesAt: at(90) },
      after: { section: 'later_today', dueAt: at(44), closesAt: at(50), purposes: ['medical'] },
    },
    {
      name: 'of one later day what is worth more',
      before: { section: 'later_today', closesAt: at(36), grade: 'A' },
      after: { section: 'later_today', closesAt: at(20) },
    },
    {
      name: 'who waits, by the time of the next try',
      before: { section: 'waiting', nextTryAt: at(1) },
      after: { section: 'waiting', nextTryAt: at(2), purposes: ['medical'], grade: 'A' },
    },
  ] as const)('$name', ({ before, after }) => {
    const [one, other] = [before, after].map((facts) => standingOf(row(facts), now, zone));
    expect(compareStandings(one!, other!)).toBe(-1);
    expect(compareStandings(other!, one!)).toBe(1);
    expect(compareStandings(one!, one!)).toBe(0);
  });
});
