import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOf, nobody, ofWholeDays, standingOf, standings } from './coverage.ts';
import type { CoverageFacts, Standing } from './coverage.ts';

const now = '2026-03-12T01:00:00.000Z';
const cameAt = '2026-03-10T03:00:00.000Z';
const nothing: CoverageFacts = {
  turnedToUsAt: cameAt,
  hasOpenCase: false,
  hasOpenFollowup: false,
  isInHand: false,
  hasAppointment: false,
  answeredAt: null,
  reasonAt: null,
  wantsNoContact: false,
};

describe('a customer who came or asked', () => {
  it.each<[string, Partial<CoverageFacts>, Standing]>([
    ['has nothing at all', {}, 'lost'],
    ['has a followup that is owed', { hasOpenFollowup: true }, 'live-plan'],
    ['is unhappy and looked after', { hasOpenCase: true, hasOpenFollowup: true }, 'open-case'],
    ['sits in the clinic', { isInHand: true }, 'in-hand'],
    ['is booked', { hasAppointment: true }, 'future-visit'],
    ['answered after the visit', { answeredAt: '2026-03-11T03:00:00.000Z' }, 'answered'],
    ['answered at the moment of the visit', { answeredAt: cameAt }, 'answered'],
    ['answered only before the visit', { answeredAt: '2026-03-10T02:59:59.999Z' }, 'lost'],
    ['was given up, with a reason, after the visit', { reasonAt: cameAt }, 'reason'],
    ['was given up before, and came again', { reasonAt: '2026-03-01T03:00:00.000Z' }, 'lost'],
    ['wants no contact', { wantsNoContact: true }, 'no-contact'],
    ['came 23:59 hours ago', { turnedToUsAt: '2026-03-11T01:00:00.001Z' }, 'new'],
    ['came 24 hours ago', { turnedToUsAt: '2026-03-11T01:00:00.000Z' }, 'lost'],
    ['came before this house was kept', { turnedToUsAt: null }, 'brought-in'],
    ['came before, and is owed a call', { turnedToUsAt: null, hasOpenFollowup: true }, 'live-plan'],
  ])('who %s', (_, facts, standing) => {
    expect(standingOf({ ...nothing, ...facts }, now)).toBe(standing);
  });

  it('is never lost while something is owed, and never kept by nothing', () => {
    const someTime = fc.option(fc.constantFrom('2026-03-01T00:00:00.000Z', cameAt, now), { nil: null });
    const anything = fc.record({
      turnedToUsAt: someTime,
      hasOpenCase: fc.boolean(),
      hasOpenFollowup: fc.boolean(),
      isInHand: fc.boolean(),
      hasAppointment: fc.boolean(),
      answeredAt: someTime,
      reasonAt: someTime,
      wantsNoContact: fc.boolean(),
    });
    fc.assert(
      fc.property(anything, (facts) => {
        const isOwed = facts.hasOpenCase || facts.hasOpenFollowup || facts.isInHand || facts.hasAppointment;
        if (isOwed) expect(standingOf(facts, now)).not.toBe('lost');
        const bare = { ...nothing, turnedToUsAt: facts.turnedToUsAt };
        expect(['lost', 'new', 'brought-in']).toContain(standingOf(bare, now));
      }),
    );
  });
});

it('a certificate counts those who came or asked, and who of them is kept', () => {
  const counts = { ...nobody(), 'live-plan': 5, answered: 3, 'brought-in': 90, new: 1, lost: 1 };
  expect(keptOf(counts)).toEqual({ kept: 9, of: 10 });
  expect(Object.keys(nobody())).toEqual([...standings]);
});

describe('a day is checked', () => {
  const old = { clinicId: 'old', since: '2026-01-01' };
  const young = { clinicId: 'young', since: '2026-03-11' };
  const counted = (day: string, ...clinicIds: string[]) => clinicIds.map((clinicId) => ({ clinicId, day }));

  it.each([
    { name: 'every clinic was', rows: counted('2026-03-12', 'old', 'young'), days: ['2026-03-12'] },
    { name: 'one was looked at by hand alone', rows: counted('2026-03-12', 'young'), days: [] },
    { name: 'the other opened on that day', rows: counted('2026-03-11', 'old'), days: ['2026-03-11'] },
    { name: 'the other opened the day before', rows: counted('2026-03-12', 'old'), days: [] },
    { name: 'nobody looked', rows: [], days: [] },
  ])('where $name: $days', ({ rows, days }) => {
    expect([...new Set(ofWholeDays(rows, [old, young]).map(({ day }) => day))]).toEqual(days);
  });
});
