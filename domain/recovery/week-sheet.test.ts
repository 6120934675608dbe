import { describe, expect, it } from 'vitest';
import { addDays, addHours, instantAt } from '#domain/base/time.ts';
import { weekFigures } from './week-sheet.ts';
import type { CountedCase, Lesson } from './week-sheet.ts';

const zone = 'Asia/Shanghai';
const week = '2026-03-09';
const rules = { repeatWeeks: 8, resolveHours: 48 };
const openedOn = (day: string, facts: Partial<CountedCase> = {}): CountedCase => ({
  state: 'open',
  openedAt: instantAt(`${day}T10:00`, zone),
  closedAt: null,
  closing: null,
  cause: 'pain',
  doctorId: null,
  firstScore: null,
  secondScore: null,
  ...facts,
});
const closedAfter = (hours: number, facts: Partial<CountedCase> = {}): CountedCase => {
  const one = openedOn('2026-03-10', { state: 'closed', closing: 'customer-word', ...facts });
  return { ...one, closedAt: addHours(one.openedAt, hours) };
};
const lesson = (monday: string): Lesson => ({
  id: monday,
  cause: 'pain',
  week: monday,
  changed: '…',
  byName: '李',
});

describe('the sheet of a week', () => {
  it('counts from Monday to Sunday by the clinic’s clock, and leaves slips out', () => {
    const cases = ['2026-03-08', '2026-03-09', '2026-03-15', '2026-03-16'].map((day) => openedOn(day));
    const { opened, causes } = weekFigures(
      [...cases, openedOn('2026-03-10', { state: 'withdrawn' }), openedOn('2026-03-10', { cause: null })],
      [],
      week,
      zone,
      rules,
    );
    expect(opened).toBe(3);
    expect(causes).toMatchObject([{ cause: 'pain', cases: 2, before: 1 }]);
  });

  it('says how many were closed in time, by whose word, and what the second score gained', () => {
    const figures = weekFigures(
      [
        closedAfter(48, { firstScore: 3, secondScore: 9 }),
        closedAfter(49, { firstScore: 6, secondScore: 7 }),
        closedAfter(50, { closing: 'without-word', firstScore: 2 }),
      ],
      [],
      week,
      zone,
      rules,
    );
    expect(figures).toMatchObject({ closed: 3, withWord: 2, inTime: 1, scored: 2, uplift: 3.5 });
    expect(weekFigures([], [], week, zone, rules).uplift).toBeNull();
  });

  it.each([
    { name: 'the week it was written in', day: week, repeats: 0 },
    { name: 'the week after', day: addDays(week, 7), repeats: 1 },
  ])('a change is judged by what came again after $name', ({ day, repeats }) => {
    const shown = addDays(week, 7);
    const { causes } = weekFigures([openedOn(day)], [lesson(week)], shown, zone, rules);
    expect(causes[0]!.lessons).toMatchObject([{ repeats, weeksSince: 1 }]);
  });

  it.each([
    { weeks: 8, shown: 1 },
    { weeks: 9, shown: 0 },
  ])('a change of $weeks weeks ago is looked at: $shown', ({ weeks, shown }) => {
    const { causes } = weekFigures([], [lesson(addDays(week, -7 * weeks))], week, zone, rules);
    expect(causes).toHaveLength(shown);
  });

  it('tells what was won by cause and by doctor, over the weeks in which a repeat counts', () => {
    const cases = [
      closedAfter(10, { firstScore: 5, secondScore: 9, doctorId: 'he' }),
      closedAfter(10, { firstScore: 6, secondScore: 9, doctorId: 'lin', cause: 'waiting' }),
      closedAfter(10, { firstScore: 7, secondScore: 6, doctorId: 'he' }),
      closedAfter(10, { firstScore: 4, secondScore: null, doctorId: 'he' }),
      openedOn('2026-03-10', { firstScore: 4, secondScore: 9, doctorId: 'lin' }),
      closedAfter(-70 * 24, { firstScore: 0, secondScore: 10, doctorId: 'lin' }),
    ];
    expect(weekFigures(cases, [], week, zone, rules).uplifts).toEqual({
      cause: [
        { key: 'pain', scored: 2, uplift: 1.5 },
        { key: 'waiting', scored: 1, uplift: 3 },
      ],
      doctor: [
        { key: 'he', scored: 2, uplift: 1.5 },
        { key: 'lin', scored: 1, uplift: 3 },
      ],
    });
  });
});
