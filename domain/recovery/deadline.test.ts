import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, instantAt } from '#domain/base/time.ts';
import {
  breaksAt,
  formalDueAnew,
  formalDueAt,
  higher,
  levelAt,
  levels,
  resolveBy,
  stepDueAt,
} from './deadline.ts';
import type { CaseClock } from './deadline.ts';
import { caseSteps } from './recovery-case.ts';
import { standardRecoveryRules as rules } from './recovery-rules.ts';
import { gravities } from './sign.ts';

const zone = 'Asia/Shanghai';
const start = instantAt('2026-03-12T09:00', zone);
const after = (hours: number) => addHours(start, hours);
const clock = (facts: Partial<CaseClock> = {}): CaseClock => ({
  step: 'doctor',
  startedAt: start,
  stepSince: start,
  formalDueAt: null,
  ...facts,
});

describe('the limit of a step', () => {
  it.each([
    { name: 'the doctor has a day', facts: {}, due: after(24) },
    {
      name: 'customer service half a day from the answer',
      facts: { step: 'service', stepSince: after(10) },
      due: after(22),
    },
    {
      name: 'and never longer than the whole',
      facts: { step: 'service', stepSince: after(40) },
      due: after(48),
    },
    {
      name: 'the customer’s word the rest',
      facts: { step: 'customer', stepSince: after(30) },
      due: after(48),
    },
    {
      name: 'an answer asked for again no more than the rest',
      facts: { stepSince: after(47) },
      due: after(48),
    },
  ] as const)('$name', ({ facts, due }) => {
    expect(stepDueAt(clock(facts), rules)).toBe(due);
  });

  it('is the written answer’s, where that comes first', () => {
    expect(breaksAt(clock({ formalDueAt: after(23) }), rules)).toBe(after(23));
    expect(breaksAt(clock({ formalDueAt: after(25) }), rules)).toBe(after(24));
  });
});

describe('who watches', () => {
  it.each([
    { name: 'nobody but the owner at first', hours: 0, level: 'owner' },
    { name: 'a minute before the reminder', hours: 20 - 1 / 60, level: 'owner' },
    { name: 'the department at the reminder', hours: 20, level: 'department' },
    { name: 'still the department a minute before the limit', hours: 24 - 1 / 60, level: 'department' },
    { name: 'the supervisor when the step breaks', hours: 24, level: 'supervisor' },
    { name: 'the supervisor until the whole breaks', hours: 48 - 1 / 60, level: 'supervisor' },
    { name: 'the leadership then', hours: 48, level: 'leadership' },
    { name: 'and from then on', hours: 480, level: 'leadership' },
  ])('$name: $level', ({ hours, level }) => {
    expect(levelAt('ordinary', clock(), rules, after(hours))).toBe(level);
  });

  it.each([
    { name: 'before the reminder of the whole', hours: 44 - 1 / 60, level: 'owner' },
    { name: 'at it', hours: 44, level: 'supervisor' },
  ])('of a case that waits for the customer, $name: $level', ({ hours, level }) => {
    const waiting = clock({ step: 'customer', stepSince: after(10) });
    expect(levelAt('ordinary', waiting, rules, after(hours))).toBe(level);
  });

  it.each([
    { gravity: 'ordinary', level: 'owner' },
    { gravity: 'likely-complaint', level: 'supervisor' },
    { gravity: 'special', level: 'leadership' },
  ] as const)('a case that is $gravity at once: $level', ({ gravity, level }) => {
    expect(levelAt(gravity, clock(), rules, start)).toBe(level);
  });

  it.each([
    { hours: 6 - 1 / 60, level: 'owner' },
    { hours: 6, level: 'leadership' },
  ])('a written answer that is owed in ten hours, after $hours: $level', ({ hours, level }) => {
    expect(levelAt('ordinary', clock({ formalDueAt: after(10) }), rules, after(hours))).toBe(level);
  });

  it('and time alone never takes a case down again', () => {
    const anyClock = fc.record({
      step: fc.constantFrom(...caseSteps),
      stepSince: fc.integer({ min: 0, max: 60 }).map(after),
      startedAt: fc.constant(start),
      formalDueAt: fc.option(fc.integer({ min: 0, max: 300 }).map(after)),
    });
    fc.assert(
      fc.property(
        anyClock,
        fc.constantFrom(...gravities),
        fc.nat(100),
        fc.nat(100),
        (clock, gravity, hours, more) => {
          const before = levelAt(gravity, clock, rules, after(hours));
          const then = levelAt(gravity, clock, rules, after(hours + more));
          expect(higher(before, then)).toBe(then);
          expect(breaksAt(clock, rules) <= resolveBy(clock, rules)).toBe(true);
          expect(levels).toContain(then);
        },
      ),
    );
  });
});

describe('a formal complaint', () => {
  // Friday the 13th; Saturday is made up for, Monday to Tuesday are free.
  const works = (day: string) =>
    day === '2026-03-14' ||
    !['2026-03-15', '2026-03-16', '2026-03-17', '2026-03-21', '2026-03-22'].includes(day);
  it.each([
    { days: 1, due: '2026-03-14' },
    { days: 2, due: '2026-03-18' },
    { days: 4, due: '2026-03-20' },
    { days: 5, due: '2026-03-23' },
  ])('of Friday is answered in $days working days by the end of $due', ({ days, due }) => {
    const madeAt = instantAt('2026-03-13T23:59', zone);
    expect(formalDueAt(madeAt, days, works, zone)).toBe(instantAt(`${due}T23:59:59.999`, zone));
  });

  it('is not waited for for ever where nobody ever works', () => {
    expect(formalDueAt(start, 5, () => false, zone) > start).toBe(true);
  });
});

describe('the limit of a formal complaint of a case opened anew', () => {
  it.each([
    { name: 'runs on before it', dueAt: after(1), left: after(1) },
    { name: 'is over at it', dueAt: after(0), left: null },
    { name: 'is over after it', dueAt: after(-1), left: null },
    { name: 'is none where none was made', dueAt: null, left: null },
  ])('$name', ({ dueAt, left }) => {
    expect(formalDueAnew(dueAt, start)).toBe(left);
  });
});
