import { describe, expect, it } from 'vitest';
import { askedBy, stepsOwedTo, turningPoints } from './event-kind.ts';
import type { EventKind } from './event-kind.ts';
import type { PublishedProtocol } from './protocol.ts';
import { standardVersions } from './standard-protocols.ts';

const published = standardVersions();
const surgery = published.find(({ definition }) => definition.code === 'surgery')!;
const march = '2026-03-01T00:00:00.000Z';
const may = '2026-05-01T00:00:00.000Z';

const kind = (part: Partial<EventKind> = {}): EventKind => ({
  event: 'visit.closed',
  clinicId: 'clinic-1',
  atVisit: true,
  visitKind: 'return',
  categories: ['surgery'],
  teamIds: [],
  grade: 'C',
  classCode: null,
  refusesContact: false,
  isFrozen: false,
  isGone: false,
  era: 0,
  ...part,
});
const owed = (protocols: PublishedProtocol[], part: Partial<EventKind> = {}) =>
  stepsOwedTo(protocols, turningPoints(protocols), kind(part)).flatMap(({ protocol, steps }) =>
    steps.map(({ key }) => `${protocol.versionId} ${key}`),
  );

describe('a kind of events', () => {
  it.each([
    { name: 'before the first version ends', era: 0, owed: 'old' },
    { name: 'from the moment when the second one begins', era: 1, owed: 'new' },
    { name: 'after the second one ended', era: 2, owed: undefined },
  ])('owes what was in force $name', ({ era, owed: version }) => {
    const old = { ...surgery, versionId: 'old', retiredAt: march };
    const next = { ...surgery, versionId: 'new', effectiveFrom: march, retiredAt: may };
    expect(turningPoints([next, old])).toEqual([march, may]);
    expect(owed([old, next], { era })[0]?.split(' ')[0]).toBe(version);
  });

  it('owes nothing to somebody who is gone, and only what concerns their health to who refuses contact', () => {
    expect(owed(published, { isGone: true })).toEqual([]);
    expect(owed(published, { refusesContact: true })).toContain('surgery within-3-days');
    const month = { event: 'month.closed', categories: [] } as const;
    expect(owed(published, month)).toHaveLength(1);
    expect(owed(published, { ...month, refusesContact: true })).toEqual([]);
  });

  it.each([
    {
      name: 'a grade',
      trigger: { grades: ['A' as const] },
      asked: { grade: true, class: false, team: false },
    },
    { name: 'a class', trigger: { classes: ['C-A'] }, asked: { grade: false, class: true, team: false } },
    { name: 'a team', trigger: { teamIds: ['team-1'] }, asked: { grade: false, class: false, team: true } },
    { name: 'nothing', trigger: {}, asked: { grade: false, class: false, team: false } },
  ])('is told apart by $name, where a protocol asks it', ({ trigger, asked }) => {
    const { definition } = surgery;
    const asking = { ...definition, trigger: { ...definition.trigger, ...trigger } };
    expect(askedBy([{ definition: asking, place: null }])).toEqual(asked);
  });

  it('is told apart by the team where an addition holds for one', () => {
    expect(askedBy([{ definition: surgery.definition, place: { teamId: 'team-1' } }]).team).toBe(true);
  });
});
