import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purposes } from '#domain/followups/protocol.ts';
import { levelled, standing } from './level.ts';
import type { CapacityOf, PlacedItem, WorkItem } from './level.ts';

const week = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'];
const [monday, tuesday, wednesday, , friday] = week as [string, string, string, string, string];

const item = (id: string, facts: Partial<WorkItem> = {}): WorkItem => ({
  id,
  customerId: `of ${id}`,
  personId: 'agent',
  purpose: 'service',
  minutes: 5,
  days: week,
  wanted: friday,
  day: null,
  isFixed: false,
  ...facts,
});
const many = (count: number, facts: Partial<WorkItem> = {}, name = 'f') =>
  Array.from({ length: count }, (_, index) => item(`${name}${String(index).padStart(3, '0')}`, facts));
const always =
  (minutes: number): CapacityOf =>
  () =>
    minutes;

const daysOf = (placed: readonly PlacedItem[]) =>
  week.map((day) => placed.filter((each) => each.day === day).length);
const dayOf = (placed: readonly PlacedItem[], id: string) => placed.find((each) => each.id === id)!;

describe('levelling', () => {
  it('leaves alone what is light: the protocol’s day holds to half a day’s work', () => {
    expect(daysOf(levelled(many(10), always(100)))).toEqual([0, 0, 0, 0, 10]);
    expect(daysOf(levelled(many(11), always(100)))).toEqual([0, 0, 0, 1, 10]);
  });

  it('spreads what is more, until each day is full, and tells what is left', () => {
    expect(daysOf(levelled(many(100), always(100)))).toEqual([20, 20, 20, 20, 20]);
    const placed = levelled(many(102), always(100));
    expect(placed.filter(({ fits }) => !fits)).toHaveLength(2);
    expect(placed.filter(({ fits }) => !fits).every(({ day }) => day === friday)).toBe(true);
  });

  it.each([
    { name: 'to the last minute', capacity: 10, fits: [true, true, false] },
    { name: 'a minute less', capacity: 9, fits: [true, false, false] },
  ])('fills a day $name', ({ capacity, fits }) => {
    const placed = levelled(many(3, { days: [monday], wanted: monday }), always(capacity));
    expect(placed.map((each) => each.fits)).toEqual(fits);
  });

  it('knows that some days are shorter, and some none', () => {
    const capacity: CapacityOf = (_, day) => ({ [monday]: 50, [tuesday]: 0 })[day] ?? 25;
    expect(daysOf(levelled(many(25), capacity))).toEqual([10, 0, 5, 5, 5]);
  });

  it('puts medical before marketing, whoever was there first', () => {
    const offers = many(
      4,
      { purpose: 'marketing', days: [monday, tuesday], wanted: monday, day: monday },
      'o',
    );
    const checks = many(2, { purpose: 'medical', days: [monday], wanted: monday }, 'm');
    const placed = levelled([...offers, ...checks], always(20));
    expect(checks.map(({ id }) => dayOf(placed, id))).toEqual(
      checks.map(({ id }) => ({ id, day: monday, fits: true })),
    );
    expect(offers.map(({ id }) => dayOf(placed, id).day)).toEqual([monday, monday, tuesday, tuesday]);
  });

  it('never moves what a customer was promised, and counts it first', () => {
    const promised = item('z', { purpose: 'marketing', minutes: 20, day: monday, isFixed: true });
    const placed = levelled(
      [item('a', { purpose: 'medical', days: [monday], wanted: monday }), promised],
      always(20),
    );
    expect(dayOf(placed, 'z')).toEqual({ id: 'z', day: monday, fits: true });
    expect(dayOf(placed, 'a').fits).toBe(false);
  });

  it('keeps what stands on a day with room, and moves only what has none', () => {
    const settled = many(20, { day: wednesday });
    expect(daysOf(levelled(settled, always(100)))).toEqual([0, 0, 20, 0, 0]);
    expect(daysOf(levelled([...settled, item('new', { purpose: 'medical' })], always(100)))).toEqual([
      0, 0, 20, 0, 1,
    ]);
    const gone: CapacityOf = (_, day) => (day === wednesday ? 0 : 100);
    expect(daysOf(levelled(settled, gone))).toEqual([0, 0, 0, 10, 10]);
  });

  it('makes one call of a customer’s several matters', () => {
    const first = item('a', { customerId: 'chen', days: [tuesday], wanted: tuesday });
    const second = item('b', { customerId: 'chen' });
    const placed = levelled([first, second], always(5));
    expect(dayOf(placed, 'b')).toEqual({ id: 'b', day: tuesday, fits: true });
  });

  it('does not mix up two people’s days', () => {
    const both = [
      ...many(2, { days: [monday] }, 'a'),
      ...many(2, { days: [monday], personId: 'nurse' }, 'b'),
    ];
    expect(levelled(both, always(10)).every(({ fits }) => fits)).toBe(true);
  });

  it('tells of days as they stand without moving anything', () => {
    const crowded = many(3, { day: monday });
    const told = standing(crowded, always(10));
    expect(told.map(({ day, fits }) => [day, fits])).toEqual([
      [monday, true],
      [monday, true],
      [monday, false],
    ]);
  });
});

const anItem = (id: string): fc.Arbitrary<WorkItem> =>
  fc
    .record({
      customerId: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6'),
      personId: fc.constantFrom('agent', 'nurse'),
      purpose: fc.constantFrom(...purposes),
      minutes: fc.integer({ min: 1, max: 12 }),
      from: fc.nat(4),
      length: fc.nat(4),
      wanted: fc.constantFrom(...week),
      stands: fc.option(fc.nat(6)),
      isFixed: fc.boolean(),
    })
    .map(({ from, length, stands, isFixed, ...rest }) => {
      const days = week.slice(from, from + length);
      // It may stand on a day that is its own no more.
      const day = stands === null ? null : (days[stands] ?? monday);
      return item(id, { ...rest, days, day, isFixed: isFixed && day !== null });
    });
const items = fc
  .integer({ min: 1, max: 25 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anItem(`f${index}`))));
const capacities = fc.dictionary(
  fc.constantFrom(...week.flatMap((day) => [`agent ${day}`, `nurse ${day}`])),
  fc.integer({ min: 0, max: 40 }),
);

describe('levelling anything', () => {
  it('keeps each in its window, fills no day beyond its measure, and is the same in any order and a second time', () => {
    fc.assert(
      fc.property(items, capacities, fc.nat(), (all, given, turn) => {
        const capacityOf: CapacityOf = (person, day) => given[`${person} ${day}`] ?? 20;
        const placed = levelled(all, capacityOf);
        const of = new Map(placed.map((each) => [each.id, each]));
        const rotated = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
        expect(levelled(rotated, capacityOf)).toEqual(placed);
        const again = all.map((each) => ({ ...each, day: of.get(each.id)!.day }));
        expect(levelled(again, capacityOf)).toEqual(placed);
        for (const each of all) {
          const { day, fits } = of.get(each.id)!;
          if (each.isFixed) expect(day).toBe(each.day);
          else if (each.days.length > 0) expect(each.days).toContain(day);
          else expect([each.wanted]).toContain(day);
          if (!fits || !each.days.includes(day)) continue;
          const calls = new Map<string, number>();
          for (const other of all) {
            const there = of.get(other.id)!;
            if (other.personId !== each.personId || there.day !== day || !there.fits) continue;
            calls.set(other.customerId, Math.max(calls.get(other.customerId) ?? 0, other.minutes));
          }
          const filled = [...calls.values()].reduce((sum, minutes) => sum + minutes, 0);
          expect(filled).toBeLessThanOrEqual(capacityOf(each.personId, day));
        }
      }),
    );
  });
});
