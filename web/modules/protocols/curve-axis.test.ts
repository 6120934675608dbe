import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowRule } from '#domain/followups/protocol.ts';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { Axis, dueMovedTo, dueNudged, opensNudged, spanOf, spanOfStep } from './curve-axis.ts';

const days = (opensDay: number, dueDay: number): WindowRule => ({ kind: 'days', opensDay, dueDay });
const repeat: WindowRule = { kind: 'repeat', unit: 'month', every: 3, first: 1, times: 16, leadDays: 7 };

describe('the axis', () => {
  it('goes from the event to a year, the near closer than the far', () => {
    const axis = new Axis(false);
    expect([axis.placeOf(0), axis.placeOf(8_760), axis.placeOf(20_000)]).toEqual([0, 1, 1]);
    expect(axis.placeOf(24)).toBeGreaterThan(0.2);
    expect(axis.placeOf(730)).toBeLessThan(0.75);
  });

  it.each([true, false])('gives back the hours of a place (comes before: %s)', (comesBefore) => {
    const axis = new Axis(comesBefore);
    fc.assert(
      fc.property(fc.double({ min: comesBefore ? -700 : 0, max: 8_700, noNaN: true }), (hours) => {
        expect(axis.hoursAt(axis.placeOf(hours))).toBeCloseTo(hours, 3);
      }),
    );
  });
});

describe('moving a step', () => {
  it.each([
    { name: 'days keep their width', rule: days(1, 3), to: 5 * 24, moved: days(3, 5) },
    { name: 'and snap to whole ones', rule: days(1, 3), to: 5 * 24 + 11, moved: days(3, 5) },
    { name: 'and never begin before the event', rule: days(1, 3), to: 24, moved: days(0, 1) },
    {
      name: 'hours',
      rule: { kind: 'after', opensHours: 2, dueHours: 24 },
      to: 48.3,
      moved: { kind: 'after', opensHours: 2, dueHours: 48 },
    },
    {
      name: 'quarters of the first hour',
      rule: { kind: 'after', opensHours: 0, dueHours: 2 },
      to: 0.3,
      moved: { kind: 'after', opensHours: 0, dueHours: 0.25 },
    },
    {
      name: 'months',
      rule: { kind: 'months', dueMonth: 1, leadDays: 7 },
      to: 2_300,
      moved: { kind: 'months', dueMonth: 3, leadDays: 7 },
    },
    {
      name: 'a round of the next month',
      rule: { kind: 'next-month', before: 10 },
      to: 14 * 24,
      moved: { kind: 'next-month', before: 15 },
    },
    { name: 'how often it comes back', rule: repeat, to: 4 * 730, moved: { ...repeat, every: 4 } },
  ] satisfies { name: string; rule: WindowRule; to: number; moved: WindowRule }[])(
    '$name',
    ({ rule, to, moved }) => {
      expect(dueMovedTo(rule, to, false)).toEqual(moved);
    },
  );

  it('before its event goes where the event is known ahead', () => {
    expect(dueMovedTo(days(0, 0), -72, true)).toEqual(days(-3, -3));
    expect(dueMovedTo(days(0, 0), -72, false)).toEqual(days(0, 0));
  });

  it('by keys goes by one unit, and back', () => {
    expect(dueNudged(days(1, 3), 1, false)).toEqual(days(2, 4));
    expect(opensNudged(days(1, 3), 1, false)).toEqual(days(2, 3));
    expect(opensNudged(days(3, 3), 1, false)).toEqual(days(3, 3));
    for (const { steps } of standardProtocols)
      for (const { window } of steps) {
        const there = dueNudged(window, 1, false);
        expect(spanOf(there).due).toBeGreaterThan(spanOf(window).due);
        expect(spanOf(dueNudged(there, -1, false)).due).toBeCloseTo(spanOf(window).due);
      }
  });

  it('always leaves a window that can be published', () => {
    const rules = fc.constantFrom(
      ...standardProtocols.flatMap(({ steps }) => steps.map(({ window }) => window)),
    );
    fc.assert(
      fc.property(
        rules,
        fc.double({ min: -800, max: 9_000, noNaN: true }),
        fc.boolean(),
        (rule, hours, before) => {
          expect(WindowRule.safeParse(dueMovedTo(rule, hours, before)).error).toBeUndefined();
        },
      ),
    );
  });
});

it('counts a step from the one it follows', () => {
  const [first] = standardProtocols[0]!.steps;
  const recall = { ...first!, key: 'recall', window: days(10, 10) };
  const after = { ...first!, key: 'after', from: 'recall', window: days(1, 3) };
  expect(spanOfStep(after, [recall, after])).toMatchObject({ opens: 264, due: 312 });
});
