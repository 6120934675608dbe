import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { moveOf } from './move.ts';
import type { MadeFollowup } from './move.ts';
import type { PlannedFollowup } from './plan.ts';

const now = '2026-03-12T01:00:00.000Z';
const window = (from: number, to: number) => ({
  opensAt: addHours(now, from),
  dueAt: addHours(now, to),
  closesAt: addHours(now, to),
});
const planned = (part: Partial<PlannedFollowup> = {}): PlannedFollowup => ({
  stepKey: 'day-3',
  occurrence: 1,
  purpose: 'medical',
  role: 'nurse',
  ...window(0, 48),
  ...part,
});
const made = (part: Partial<MadeFollowup> = {}): MadeFollowup => ({
  ...planned(),
  ...window(0, 72),
  id: 'followup-1',
  isOpen: true,
  isBegun: false,
  ...part,
});

describe('moving a plan to another version', () => {
  it('gives a followup nobody began its new window', () => {
    expect(moveOf([made()], [planned()], now)).toEqual({
      changed: [{ id: 'followup-1', from: window(0, 72), to: planned() }],
      added: [],
      kept: [],
    });
  });

  it.each([
    { name: 'what somebody began', own: made({ isBegun: true }), to: planned() },
    { name: 'what the new version does not have', own: made({ stepKey: 'gone' }), to: planned() },
    { name: 'what would be late at once', own: made(), to: planned(window(-9, -0.001)) },
    { name: 'what is as it was', own: made(window(0, 48)), to: planned() },
    { name: 'another time of a step that repeats', own: made({ occurrence: 2 }), to: planned() },
  ])('keeps $name', ({ own, to }) => {
    expect(moveOf([own], [to], now)).toMatchObject({ changed: [], kept: ['followup-1'] });
  });

  it('moves what can just still be done', () => {
    expect(moveOf([made()], [planned(window(-9, 0))], now).changed).toHaveLength(1);
  });

  it('adds new steps that can still be done in time, and none that was done', () => {
    const more = planned({ stepKey: 'day-7' });
    const past = planned({ stepKey: 'day-1', ...window(-48, -24) });
    expect(moveOf([made({ isOpen: false })], [planned(), more, past], now)).toEqual({
      changed: [],
      added: [more],
      kept: [],
    });
  });

  it('never loses a promise: what was open stays or moves, and no contact is owed twice', () => {
    const keys = fc.record({
      stepKey: fc.constantFrom('a', 'b', 'c'),
      occurrence: fc.integer({ min: 1, max: 3 }),
    });
    const hours = fc.integer({ min: -100, max: 100 });
    const unique = {
      selector: (each: { stepKey: string; occurrence: number }) => `${each.stepKey} ${each.occurrence}`,
    };
    const before = fc.uniqueArray(
      fc
        .record({ key: keys, at: hours, isOpen: fc.boolean(), isBegun: fc.boolean() })
        .map(({ key, at, ...rest }): MadeFollowup =>
          made({ ...key, ...window(at, at + 24), ...rest, id: `${key.stepKey} ${key.occurrence}` }),
        ),
      unique,
    );
    const after = fc.uniqueArray(
      fc.record({ key: keys, at: hours }).map(({ key, at }) => planned({ ...key, ...window(at, at + 12) })),
      unique,
    );
    fc.assert(
      fc.property(before, after, (own, owed) => {
        const { changed, added, kept } = moveOf(own, owed, now);
        const open = own.filter(({ isOpen }) => isOpen).map(({ id }) => id);
        expect([...changed.map(({ id }) => id), ...kept].sort()).toEqual(open.sort());
        const everything = [...own.map(({ id }) => id), ...added.map(unique.selector)];
        expect(new Set(everything).size).toBe(everything.length);
        for (const { to } of changed) expect(to.closesAt >= now).toBe(true);
      }),
    );
  });
});
