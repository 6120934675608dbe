import { describe, expect, it } from 'vitest';
import { decidesAnewOn, hasLapsed, isToAskAnew } from './lapse.ts';
import { standingConsent } from './standing.ts';

const zone = 'Asia/Shanghai';
const born = (birthday: string | null, birthYear: number | null = null) => ({ birthday, birthYear });
/** Nine in the morning in Shanghai. */
const morningOf = (day: string) => `${day}T01:00:00.000Z`;

describe('a yes lapses when another decides', () => {
  it.each([
    { name: 'the day before 14', purpose: 'care', said: '2025-03-13', today: '2026-03-12', lapsed: false },
    { name: 'on the 14th birthday', purpose: 'care', said: '2025-03-13', today: '2026-03-13', lapsed: true },
    { name: 'long after it', purpose: 'care', said: '2025-03-13', today: '2040-01-01', lapsed: true },
    {
      name: 'said on that birthday',
      purpose: 'care',
      said: '2026-03-13',
      today: '2026-03-13',
      lapsed: false,
    },
    { name: 'said since', purpose: 'call_recording', said: '2027-01-01', today: '2031-01-01', lapsed: false },
    { name: 'care at 18', purpose: 'care', said: '2027-01-01', today: '2030-03-13', lapsed: false },
    { name: 'offers at 14', purpose: 'marketing', said: '2025-03-13', today: '2026-03-13', lapsed: true },
    {
      name: 'offers before 18',
      purpose: 'marketing',
      said: '2027-01-01',
      today: '2030-03-12',
      lapsed: false,
    },
    { name: 'offers at 18', purpose: 'marketing', said: '2030-03-12', today: '2030-03-13', lapsed: true },
    {
      name: 'offers said at 18',
      purpose: 'marketing',
      said: '2030-03-13',
      today: '2031-01-01',
      lapsed: false,
    },
  ] as const)('$name, born on 13 March 2012: $lapsed', ({ purpose, said, today, lapsed }) => {
    const whose = { person: born('2012-03-13'), today, zone };
    expect(hasLapsed({ purpose, at: morningOf(said) }, whose)).toBe(lapsed);
  });

  it.each([
    { name: '28 February of a common year', today: '2026-02-28', lapsed: false },
    { name: '1 March of a common year', today: '2026-03-01', lapsed: true },
  ])('who was born on a leap day is 14 by $name: $lapsed', ({ today, lapsed }) => {
    const whose = { person: born('2012-02-29'), today, zone };
    expect(hasLapsed({ purpose: 'care', at: morningOf('2020-01-01') }, whose)).toBe(lapsed);
  });

  it.each([
    { name: 'a leap day that is 18', person: born('2012-02-29'), today: '2030-02-28', lapsed: false },
    { name: 'the day after', person: born('2012-02-29'), today: '2030-03-01', lapsed: true },
    { name: 'in summer time of 1989', person: born('1989-05-23'), today: '2007-05-22', lapsed: false },
    { name: 'a day later', person: born('1989-05-23'), today: '2007-05-23', lapsed: true },
    { name: 'by the year alone', person: born(null, 2012), today: '2029-12-31', lapsed: false },
    { name: 'in the year', person: born(null, 2012), today: '2030-01-01', lapsed: true },
    { name: 'with no birthday', person: born(null), today: '2030-01-01', lapsed: false },
  ])('offers to somebody, $name: $lapsed', ({ person, today, lapsed }) => {
    const at = morningOf(person.birthday?.startsWith('1989') ? '2006-06-01' : '2028-06-01');
    expect(hasLapsed({ purpose: 'marketing', at }, { person, today, zone })).toBe(lapsed);
  });

  it('by the clinic’s calendar, not by Greenwich’s', () => {
    const whose = { person: born('2012-03-13'), today: '2026-03-14', zone };
    expect(hasLapsed({ purpose: 'care', at: '2026-03-12T15:59:00.000Z' }, whose)).toBe(true);
    expect(hasLapsed({ purpose: 'care', at: '2026-03-12T16:00:00.000Z' }, whose)).toBe(false);
  });

  it('but a no stays one', () => {
    const no = { purpose: 'marketing', channel: 'sms', decision: 'withdrawn', at: morningOf('2025-01-01') };
    const whose = { person: born('2012-03-13'), today: '2031-01-01', zone };
    expect(standingConsent([no as never], 'marketing', 'sms', whose)).toBe('withdrawn');
  });
});

describe('what lapsed is asked anew', () => {
  it.each([
    { purpose: 'care', stands: 'lapsed', today: '2026-03-13', asked: true },
    { purpose: 'care', stands: 'given', today: '2026-03-13', asked: false },
    { purpose: 'marketing', stands: 'lapsed', today: '2030-03-12', asked: false },
    { purpose: 'marketing', stands: 'lapsed', today: '2030-03-13', asked: true },
  ] as const)('$purpose that is $stands on $today: $asked', ({ purpose, stands, today, asked }) => {
    expect(isToAskAnew({ purpose, stands }, { person: born('2012-03-13'), today, zone })).toBe(asked);
  });
});

describe('in a time of two weeks', () => {
  const time = { from: '2026-03-01', to: '2026-03-14' };
  it.each([
    { birthday: '2012-02-28', turn: null },
    { birthday: '2012-02-29', turn: { on: '2026-03-01', age: 14 } },
    { birthday: '2012-03-01', turn: { on: '2026-03-01', age: 14 } },
    { birthday: '2012-03-14', turn: { on: '2026-03-14', age: 14 } },
    { birthday: '2012-03-15', turn: null },
    { birthday: '2008-03-14', turn: { on: '2026-03-14', age: 18 } },
    { birthday: '2010-03-05', turn: null },
  ])('who was born on $birthday answers for themselves anew: $turn', ({ birthday, turn }) => {
    expect(decidesAnewOn(birthday, time)).toEqual(turn);
  });
});
