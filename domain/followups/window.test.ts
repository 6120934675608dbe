import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  dayAt,
  endOfMonth,
  instantAt,
  instantOf,
  millisecondsOf,
  wallTimeAt,
} from '#domain/base/time.ts';
import { WindowRule } from './protocol.ts';
import { isStillOpen, windowOf, windowsOf } from './window.ts';

const shanghai = 'Asia/Shanghai';
const saoPaulo = 'America/Sao_Paulo';

/** A window as the clinic's own clocks show it, and the moment after it. */
function onTheWall(rule: WindowRule, eventAt: string, zone: string) {
  const window = windowOf(rule, instantAt(eventAt, zone), zone);
  return { opens: wallTimeAt(window.opensAt, zone), closes: wallTimeAt(window.closesAt, zone) };
}

describe('a window in hours', () => {
  const rule: WindowRule = { kind: 'after', opensHours: 2, dueHours: 24 };

  it.each([
    {
      name: 'ends the next day at the same hour',
      event: '2016-06-08T18:00',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T18:00',
    },
    {
      name: 'runs over the end of a month',
      event: '2016-02-29T12:30',
      opens: '2016-02-29T14:30',
      closes: '2016-03-01T12:30',
    },
    {
      name: 'runs over the end of a year',
      event: '2016-12-31T23:30',
      opens: '2017-01-01T01:30',
      closes: '2017-01-01T23:30',
    },
  ])('$name', ({ event, opens, closes }) => {
    for (const zone of [shanghai, saoPaulo]) expect(onTheWall(rule, event, zone)).toEqual({ opens, closes });
  });

  it('can be minutes', () => {
    const quarter: WindowRule = { kind: 'after', opensHours: 0, dueHours: 0.25 };
    expect(onTheWall(quarter, '2016-06-08T23:50', shanghai)).toEqual({
      opens: '2016-06-08T23:50',
      closes: '2016-06-09T00:05',
    });
  });

  it('is open at its last moment and closed after it', () => {
    const window = windowOf(rule, '2016-06-08T21:00:00.000Z', saoPaulo);
    expect(window.closesAt).toBe('2016-06-09T21:00:00.000Z');
    expect(isStillOpen(window, '2016-06-09T20:59:59.999Z')).toBe(true);
    expect(isStillOpen(window, '2016-06-09T21:00:00.000Z')).toBe(true);
    expect(isStillOpen(window, '2016-06-09T21:00:00.001Z')).toBe(false);
  });
});

describe('a window in days', () => {
  it.each([
    {
      name: 'within 3 days of the 1st ends with the 4th',
      rule: { kind: 'days', opensDay: 1, dueDay: 3 },
      event: '2016-06-01T10:00',
      opens: '2016-06-02T00:00',
      closes: '2016-06-04T23:59',
    },
    {
      name: 'counts whole days, also from the last minute of one',
      rule: { kind: 'days', opensDay: 1, dueDay: 3 },
      event: '2016-06-01T23:59',
      opens: '2016-06-02T00:00',
      closes: '2016-06-04T23:59',
    },
    {
      name: 'runs over the end of February',
      rule: { kind: 'days', opensDay: 4, dueDay: 7 },
      event: '2015-02-26T09:00',
      opens: '2015-03-02T00:00',
      closes: '2015-03-05T23:59',
    },
    {
      name: 'runs over a leap day',
      rule: { kind: 'days', opensDay: 1, dueDay: 3 },
      event: '2016-02-27T09:00',
      opens: '2016-02-28T00:00',
      closes: '2016-03-01T23:59',
    },
    {
      name: 'of the next day is that day alone',
      rule: { kind: 'days', opensDay: 1, dueDay: 1 },
      event: '2016-06-08T18:00',
      opens: '2016-06-09T00:00',
      closes: '2016-06-09T23:59',
    },
    {
      name: 'of the same day begins with the event, not before it',
      rule: { kind: 'days', opensDay: 0, dueDay: 0 },
      event: '2016-06-08T15:20',
      opens: '2016-06-08T15:20',
      closes: '2016-06-08T23:59',
    },
  ] satisfies { name: string; rule: WindowRule; event: string; opens: string; closes: string }[])(
    '$name',
    ({ rule, event, opens, closes }) => {
      for (const zone of [shanghai, saoPaulo])
        expect(onTheWall(rule, event, zone)).toEqual({ opens, closes });
    },
  );

  it('belongs to the day of the clinic, not of London', () => {
    // 23:30 on the 1st in São Paulo is 02:30 on the 2nd in London, and 10:30 on the 2nd in Shanghai.
    const eventAt = instantAt('2016-06-01T23:30', saoPaulo);
    const rule: WindowRule = { kind: 'days', opensDay: 1, dueDay: 3 };
    expect(dayAt(windowOf(rule, eventAt, saoPaulo).closesAt, saoPaulo)).toBe('2016-06-04');
    expect(dayAt(windowOf(rule, eventAt, shanghai).closesAt, shanghai)).toBe('2016-06-05');
  });

  it('is closed one millisecond after its last day', () => {
    const window = windowOf({ kind: 'days', opensDay: 1, dueDay: 3 }, '2016-06-01T02:00:00.000Z', shanghai);
    expect(window.closesAt).toBe('2016-06-04T15:59:59.999Z');
    expect(isStillOpen(window, '2016-06-04T15:59:59.999Z')).toBe(true);
    expect(isStillOpen(window, '2016-06-04T16:00:00.000Z')).toBe(false);
  });

  it('begins at one in the morning where summer time skips midnight', () => {
    expect(onTheWall({ kind: 'days', opensDay: 1, dueDay: 1 }, '2016-10-15T10:00', saoPaulo)).toEqual({
      opens: '2016-10-16T01:00',
      closes: '2016-10-16T23:59',
    });
  });
});

describe('a window in months', () => {
  it.each([
    {
      event: '2016-06-08T18:00',
      dueMonth: 1,
      leadDays: 7,
      opens: '2016-07-01T00:00',
      closes: '2016-07-08T23:59',
    },
    {
      event: '2003-01-31T10:00',
      dueMonth: 1,
      leadDays: 7,
      opens: '2003-02-21T00:00',
      closes: '2003-02-28T23:59',
    },
    {
      event: '2016-01-31T10:00',
      dueMonth: 1,
      leadDays: 7,
      opens: '2016-02-22T00:00',
      closes: '2016-02-29T23:59',
    },
    {
      event: '2016-08-31T10:00',
      dueMonth: 3,
      leadDays: 0,
      opens: '2016-11-30T00:00',
      closes: '2016-11-30T23:59',
    },
    {
      event: '2016-11-30T10:00',
      dueMonth: 24,
      leadDays: 7,
      opens: '2018-11-23T00:00',
      closes: '2018-11-30T23:59',
    },
  ])('of $dueMonth after $event ends $closes', ({ event, dueMonth, leadDays, opens, closes }) => {
    for (const zone of [shanghai, saoPaulo]) {
      expect(onTheWall({ kind: 'months', dueMonth, leadDays }, event, zone)).toEqual({ opens, closes });
    }
  });

  it('never opens before the event, however early it is announced', () => {
    expect(onTheWall({ kind: 'months', dueMonth: 1, leadDays: 90 }, '2016-06-08T18:00', shanghai).opens).toBe(
      '2016-06-08T18:00',
    );
  });
});

describe('the round of the next month', () => {
  const before10th: WindowRule = { kind: 'next-month', before: 10 };

  it.each([
    { event: '2016-05-01T00:00', opens: '2016-06-01T00:00', closes: '2016-06-09T23:59' },
    { event: '2016-05-31T23:59', opens: '2016-06-01T00:00', closes: '2016-06-09T23:59' },
    { event: '2016-06-01T00:00', opens: '2016-07-01T00:00', closes: '2016-07-09T23:59' },
    { event: '2016-12-15T12:00', opens: '2017-01-01T00:00', closes: '2017-01-09T23:59' },
    { event: '2016-01-31T12:00', opens: '2016-02-01T00:00', closes: '2016-02-09T23:59' },
  ])('for $event runs from $opens to $closes', ({ event, opens, closes }) => {
    for (const zone of [shanghai, saoPaulo])
      expect(onTheWall(before10th, event, zone)).toEqual({ opens, closes });
  });

  it('of a month that closed at its last moment is over when the 10th begins', () => {
    for (const zone of [shanghai, saoPaulo]) {
      const window = windowOf(before10th, endOfMonth('2016-05', zone), zone);
      expect(isStillOpen(window, instantAt('2016-06-09T23:59', zone))).toBe(true);
      expect(isStillOpen(window, instantAt('2016-06-10T00:00', zone))).toBe(false);
    }
  });

  it('before the 2nd is the 1st alone', () => {
    expect(onTheWall({ kind: 'next-month', before: 2 }, '2016-05-20T12:00', shanghai)).toEqual({
      opens: '2016-06-01T00:00',
      closes: '2016-06-01T23:59',
    });
  });
});

describe('a window that comes back', () => {
  const repeat = (unit: 'day' | 'month', every: number, first: number, times: number): WindowRule => ({
    kind: 'repeat',
    unit,
    every,
    first,
    times,
    leadDays: 2,
  });

  it.each([
    {
      name: 'every three months, from the end of a month',
      rule: repeat('month', 3, 1, 4),
      event: '2015-11-30T12:00',
      closes: ['2016-02-29', '2016-05-30', '2016-08-30', '2016-11-30'],
    },
    {
      name: 'every week',
      rule: repeat('day', 7, 1, 3),
      event: '2016-02-25T23:59',
      closes: ['2016-03-03', '2016-03-10', '2016-03-17'],
    },
    {
      name: 'monthly from the second month on',
      rule: repeat('month', 1, 2, 2),
      event: '2016-12-31T00:00',
      closes: ['2017-02-28', '2017-03-31'],
    },
  ])('$name', ({ rule, event, closes }) => {
    for (const zone of [shanghai, saoPaulo]) {
      const windows = windowsOf(rule, instantAt(event, zone), zone);
      expect(windows.map((each) => dayAt(each.closesAt, zone))).toEqual(closes);
      expect(wallTimeAt(windows[0]!.opensAt, zone).slice(11)).toBe('00:00');
    }
  });
});

describe('a window before its event', () => {
  it.each([
    {
      name: 'the day before',
      rule: { kind: 'days', opensDay: -1, dueDay: -1 },
      opens: '2016-02-29T00:00',
      closes: '2016-02-29T23:59',
    },
    {
      name: 'the week up to it',
      rule: { kind: 'days', opensDay: -7, dueDay: 0 },
      opens: '2016-02-23T00:00',
      closes: '2016-03-01T23:59',
    },
  ] satisfies { name: string; rule: WindowRule; opens: string; closes: string }[])(
    'is $name',
    ({ rule, opens, closes }) => {
      expect(onTheWall(rule, '2016-03-01T09:00', shanghai)).toEqual({ opens, closes });
    },
  );
});

describe('every window', () => {
  const rules: fc.Arbitrary<WindowRule> = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })).map(([opens, longer]) => ({
      kind: 'after' as const,
      opensHours: opens / 4,
      dueHours: (opens + longer) / 4,
    })),
    fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
      .map(([opensDay, longer]) => ({ kind: 'days' as const, opensDay, dueDay: opensDay + longer })),
    fc.record({
      kind: fc.constant('months' as const),
      dueMonth: fc.integer({ min: 1, max: 120 }),
      leadDays: fc.integer({ min: 0, max: 400 }),
    }),
    fc.record({ kind: fc.constant('next-month' as const), before: fc.integer({ min: 2, max: 28 }) }),
  );
  const moments = fc
    .integer({
      min: millisecondsOf('1985-01-01T00:00:00.000Z'),
      max: millisecondsOf('2060-01-01T00:00:00.000Z'),
    })
    .map(instantOf);

  it('opens before it is due, is due before it closes, and never opens before its event', () => {
    fc.assert(
      fc.property(
        rules,
        moments,
        fc.constantFrom(shanghai, saoPaulo, 'Pacific/Apia'),
        (rule, eventAt, zone) => {
          expect(WindowRule.parse(rule)).toEqual(rule);
          const window = windowOf(rule, eventAt, zone);
          expect(window.opensAt >= eventAt).toBe(true);
          expect(window.opensAt <= window.dueAt).toBe(true);
          expect(window.dueAt <= window.closesAt).toBe(true);
        },
      ),
    );
  });

  it('moves with its event: a later event never has an earlier window', () => {
    fc.assert(
      fc.property(rules, moments, fc.integer({ min: 0, max: 100_000 }), (rule, eventAt, minutes) => {
        const one = windowOf(rule, eventAt, shanghai);
        const later = windowOf(rule, addMinutes(eventAt, minutes), shanghai);
        expect(later.opensAt >= one.opensAt).toBe(true);
        expect(later.closesAt >= one.closesAt).toBe(true);
      }),
    );
  });

  it.each([
    { kind: 'after', opensHours: 25, dueHours: 24 },
    { kind: 'days', opensDay: 4, dueDay: 3 },
    { kind: 'days', opensDay: -367, dueDay: 3 },
    { kind: 'days', opensDay: 1, dueDay: 3_651 },
    { kind: 'months', dueMonth: 0, leadDays: 0 },
    { kind: 'months', dueMonth: 121, leadDays: 0 },
    { kind: 'next-month', before: 1 },
    { kind: 'next-month', before: 29 },
    { kind: 'repeat', unit: 'day', every: 7, first: 1, times: 4, leadDays: 7 },
    { kind: 'repeat', unit: 'month', every: 1, first: 1, times: 4, leadDays: 28 },
    { kind: 'repeat', unit: 'month', every: 12, first: 2, times: 10, leadDays: 0 },
    { kind: 'repeat', unit: 'month', every: 1, first: 1, times: 61, leadDays: 0 },
  ])('cannot be published backwards or without end: %o', (rule) => {
    expect(WindowRule.safeParse(rule).success).toBe(false);
  });
});
