import { describe, expect, it } from 'vitest';
import { addDays, instantAt } from '#domain/base/time.ts';
import { addToLoad, emptyLoad, firstDayOf, hoursADay, reachOf, replayDays, rolesOf } from './replay.ts';
import type { EventGroup } from './replay.ts';
import { standardProtocols, standardVersions } from './standard-protocols.ts';

const zone = 'Asia/Shanghai';
const to = '2026-03-12';
const span = { to, zoneOf: () => zone, workingDaysOf: () => undefined };
const surgery = standardVersions().filter(({ definition }) => definition.code === 'surgery');

function operations(day: string, count: number, part: Partial<EventGroup['customer']> = {}): EventGroup {
  return {
    event: {
      event: 'visit.closed',
      key: day,
      at: instantAt(`${day}T15:00`, zone),
      customerId: 'somebody',
      clinicId: 'clinic-1',
      visitId: 'a visit',
      visitKind: 'return',
      categories: ['surgery'],
    },
    customer: { grade: 'C', classCode: null, refusesContact: false, isFrozen: false, ...part },
    count,
  };
}

function loadOf(...groups: EventGroup[]) {
  const load = emptyLoad();
  addToLoad(load, surgery, groups, span);
  return load;
}

describe('a replay', () => {
  it('counts a group by its size, on the days its steps fall due', () => {
    const load = loadOf(operations('2026-02-01', 7));
    const nurse = load.byRole.get('nurse')!;
    const due = (day: string) => nurse[replayDays - 1 - (Date.parse(to) - Date.parse(day)) / 86_400_000];
    expect([due('2026-02-04'), due('2026-02-08'), due('2026-03-01')]).toEqual([7, 7, 7]);
    expect(nurse.reduce((sum, count) => sum + count)).toBe(21);
    expect([...load.bySteps.values()]).toEqual([7, 7, 7]);
    expect(rolesOf(load)).toEqual(['nurse']);
  });

  it.each([
    { name: 'due on the first day counts', on: addDays(firstDayOf(to), -3), counted: 1 },
    { name: 'due the day before does not', on: addDays(firstDayOf(to), -4), counted: 0 },
    { name: 'due on the last day counts', on: addDays(to, -3), counted: 1 },
    { name: 'due the day after does not', on: addDays(to, -2), counted: 0 },
  ])('of a followup: $name', ({ on, counted }) => {
    expect(loadOf(operations(on, 1)).bySteps.get('within-3-days') ?? 0).toBe(counted);
  });

  it('plans for those who refuse contact what planning does', () => {
    const refuses = loadOf(operations('2026-02-01', 1, { refusesContact: true }));
    expect(refuses.bySteps.size).toBe(
      surgery[0]!.definition.steps.filter(({ purpose }) => purpose === 'medical').length,
    );
  });

  it('reaches back as far as a step does, and a week', () => {
    const reach = (code: string) => reachOf(standardProtocols.find((each) => each.code === code)!.steps);
    expect(reach('first-visit')).toBe(1 + 7);
    expect(reach('surgery')).toBe(29 + 7);
    expect(reach('month-satisfaction')).toBe(9 + 7);
    expect(reach('orthodontics-survey')).toBe(1461 + 7);
  });

  it('tells hours a day from followups and minutes', () => {
    expect(hoursADay([6, 0, 6], 10)).toBeCloseTo(2 / 3);
    expect(hoursADay([], 10)).toBe(0);
  });
});
