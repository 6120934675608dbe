import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, instantOf } from '#domain/base/time.ts';
import { holdsAt, isInForceAt, stepsByVersion, undercuts } from './additions.ts';
import { followupIdentity, planIdentity, plansOwed } from './plan.ts';
import type { PlanningEvent } from './plan.ts';
import type { PublishedProtocol, Step, WindowRule } from './protocol.ts';
import { standardProtocols } from './standard-protocols.ts';

const zone = 'Asia/Shanghai';
const surgery = standardProtocols.find(({ code }) => code === 'surgery')!;
const [first] = surgery.steps;
const minimum = version('surgery-1', surgery.steps);

function version(versionId: string, steps: Step[], part: Partial<PublishedProtocol> = {}): PublishedProtocol {
  return {
    versionId,
    version: 1,
    definition: { ...surgery, steps },
    effectiveFrom: null,
    retiredAt: null,
    place: null,
    addsTo: null,
    ...part,
  };
}

function addition(steps: Step[], part: Partial<PublishedProtocol> = {}): PublishedProtocol {
  return version('addition-1', steps, { place: { clinicId: 'clinic-1' }, addsTo: 'surgery', ...part });
}

const event: PlanningEvent = {
  event: 'visit.closed',
  key: 'visit-1',
  at: '2026-03-12T08:00:00.000Z',
  customerId: 'customer-1',
  clinicId: 'clinic-1',
  visitId: 'visit-1',
  visitKind: 'return',
  categories: ['surgery'],
};

const step = (part: Partial<Step>): Step => ({ ...first!, ...part });
const days = (opensDay: number, dueDay: number): WindowRule => ({ kind: 'days', opensDay, dueDay });
const repeat = (every: number, times: number, at = 1): WindowRule => ({
  kind: 'repeat',
  unit: 'month',
  every,
  first: at,
  times,
  leadDays: 0,
});

describe('an addition', () => {
  it.each([
    { name: 'may add a step', own: step({}), other: step({ key: 'day-14', window: days(10, 14) }), how: [] },
    { name: 'may repeat a step', own: step({}), other: step({}), how: [] },
    { name: 'may be due sooner', own: step({}), other: step({ window: days(1, 2) }), how: [] },
    { name: 'may not be later', own: step({}), other: step({ window: days(1, 4) }), how: ['later'] },
    {
      name: 'may not count otherwise',
      own: step({}),
      other: step({ window: { kind: 'after', opensHours: 0, dueHours: 1 } }),
      how: ['other-window'],
    },
    {
      name: 'may not count from elsewhere',
      own: step({}),
      other: step({ from: 'x' }),
      how: ['other-window'],
    },
    {
      name: 'may not give it to others',
      own: step({}),
      other: step({ role: 'front_desk' }),
      how: ['other-role'],
    },
    {
      name: 'may not make it an offer',
      own: step({}),
      other: step({ purpose: 'marketing' }),
      how: ['other-purpose', 'waits-longer'],
    },
    {
      name: 'may not drop the score',
      own: step({ asksScore: true }),
      other: step({ asksScore: false }),
      how: ['asks-no-score'],
    },
    {
      name: 'may ask for a score',
      own: step({ asksScore: false }),
      other: step({ asksScore: true }),
      how: [],
    },
    {
      name: 'may not drop a channel',
      own: step({ channels: ['phone', 'wechat'] }),
      other: step({ channels: ['wechat'] }),
      how: ['fewer-channels'],
    },
    { name: 'may not end it sooner', own: step({}), other: step({ until: 'treated' }), how: ['ends-sooner'] },
    {
      name: 'may not give it to others than the treating doctor',
      own: step({ owner: 'treating-doctor' }),
      other: step({ owner: 'fair-turn' }),
      how: ['other-owner'],
    },
    {
      name: 'may not leave open whose it is',
      own: step({ owner: { teamId: 't' } }),
      other: step({}),
      how: ['other-owner'],
    },
    {
      name: 'may not give it to another team',
      own: step({ owner: { teamId: 't' } }),
      other: step({ owner: { teamId: 'u' } }),
      how: ['other-owner'],
    },
    {
      name: 'may leave it with the same team',
      own: step({ owner: { teamId: 't' } }),
      other: step({ owner: { teamId: 't' } }),
      how: [],
    },
    {
      name: 'may say whose it is where the organization does not',
      own: step({}),
      other: step({ owner: { teamId: 't' } }),
      how: [],
    },
    {
      name: 'may wait as long',
      own: step({ mayWaitDays: 2 }),
      other: step({ mayWaitDays: 2 }),
      how: [],
    },
    {
      name: 'may not wait a day longer',
      own: step({ mayWaitDays: 2 }),
      other: step({ mayWaitDays: 3 }),
      how: ['waits-longer'],
    },
    {
      name: 'may not leave open how long an offer waits',
      own: step({ purpose: 'marketing', mayWaitDays: 4 }),
      other: step({ purpose: 'marketing' }),
      how: ['waits-longer'],
    },
    { name: 'may go on for longer', own: step({ until: 'treated' }), other: step({}), how: [] },
    {
      name: 'may come more often',
      own: step({ window: repeat(3, 8) }),
      other: step({ window: repeat(2, 12) }),
      how: [],
    },
    {
      name: 'may not come more rarely',
      own: step({ window: repeat(3, 8) }),
      other: step({ window: repeat(4, 8) }),
      how: ['later'],
    },
    {
      name: 'may not stop earlier',
      own: step({ window: repeat(3, 8) }),
      other: step({ window: repeat(3, 7) }),
      how: ['rarer'],
    },
  ])('$name', ({ own, other, how }) => {
    expect(undercuts([own], [other]).map((each) => each.how)).toEqual(how);
  });

  it.each([
    { name: 'is due within the same hours', own: 24, other: 24, how: [] },
    { name: 'in fewer', own: 24, other: 23, how: [] },
    { name: 'in more', own: 24, other: 24.5, how: ['later'] },
  ])('$name', ({ own, other, how }) => {
    const hours = (dueHours: number) => step({ window: { kind: 'after', opensHours: 0, dueHours } });
    expect(undercuts([hours(own)], [hours(other)]).map((each) => each.how)).toEqual(how);
  });

  it('plans its steps beside the minimum, and its stricter ones instead', () => {
    const stricter = step({ window: days(1, 1) });
    const more = step({ key: 'day-14', window: days(10, 14) });
    const plans = plansOwed([minimum, addition([stricter, more])], event, { zone });
    expect(
      plans.map((plan) => [plan.protocol.versionId, plan.followups.map(({ stepKey }) => stepKey)]),
    ).toEqual([
      ['surgery-1', ['within-1-week', 'at-1-month']],
      ['addition-1', ['within-3-days', 'day-14']],
    ]);
  });

  it('gives way where the minimum was raised above it', () => {
    const lax = step({ window: days(1, 4) });
    const steps = stepsByVersion(minimum, [addition([lax])]);
    expect(steps.map(({ protocol }) => protocol.versionId)).toEqual(['surgery-1']);
    expect(steps[0]!.steps).toEqual(surgery.steps);
  });

  it.each([
    { name: 'its clinic', place: { clinicId: 'clinic-1' }, holds: true },
    { name: 'not another', place: { clinicId: 'clinic-2' }, holds: false },
    { name: 'a team that treated', place: { teamId: 'team-1' }, holds: true },
    { name: 'not one that did not', place: { teamId: 'team-2' }, holds: false },
    { name: 'everybody', place: null, holds: true },
  ])('holds for $name', ({ place, holds }) => {
    expect(holdsAt(place, { clinicId: 'clinic-1', teamIds: ['team-1'] })).toBe(holds);
  });

  it('whatever it says, owes nobody less than the minimum', () => {
    const rule = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 3, max: 9 })).map(([a, b]) => days(a, b)),
      fc
        .integer({ min: 1, max: 3 })
        .map((dueMonth): WindowRule => ({ kind: 'months', dueMonth, leadDays: 3 })),
    );
    const keys = surgery.steps.map(({ key }) => key);
    const steps = fc.uniqueArray(
      fc.record({ key: fc.constantFrom(...keys, 'more'), window: rule, asksScore: fc.boolean() }).map(step),
      { selector: ({ key }) => key, minLength: 1 },
    );
    fc.assert(
      fc.property(steps, (own) => {
        const owed = plansOwed([minimum, addition(own)], event, { zone }).flatMap((plan) => plan.followups);
        for (const each of plansOwed([minimum], event, { zone })[0]!.followups)
          expect(owed.some((one) => one.stepKey === each.stepKey && one.closesAt <= each.closesAt)).toBe(
            true,
          );
      }),
    );
  });
});

describe('a version', () => {
  const until = '2026-03-12T08:00:00.000Z';
  it.each([
    { name: 'plans until the next takes over', at: '2026-03-12T07:59:59.999Z', first: true, second: false },
    { name: 'and not from that moment on', at: until, first: false, second: true },
  ])('$name', ({ at, first, second }) => {
    expect(isInForceAt({ effectiveFrom: null, retiredAt: until }, at)).toBe(first);
    expect(isInForceAt({ effectiveFrom: until, retiredAt: null }, at)).toBe(second);
  });

  it('published in between changes nothing for what happened before: planned again, it is there once', () => {
    const moments = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(moments, { maxLength: 10 }),
        fc.array(moments, { maxLength: 4 }),
        (events, published) => {
          const cuts = [...new Set(published)]
            .sort((a, b) => a - b)
            .map((hours) => addHours(event.at, hours));
          const history = cuts.length === 0 ? [minimum] : versionsCutAt(cuts);
          const ids = (known: PublishedProtocol[], hours: number) =>
            plansOwed(known, { ...event, at: addHours(event.at, hours) }, { zone }).flatMap((plan) =>
              plan.followups.map((each) =>
                JSON.stringify(followupIdentity(planIdentity(plan).join('/'), each.stepKey, each.occurrence)),
              ),
            );
          for (const hours of events) {
            const at = addHours(event.at, hours);
            // What was known at that moment: later versions were not published yet.
            const known = history
              .filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= at)
              .map((each) =>
                each.retiredAt !== null && each.retiredAt > at ? { ...each, retiredAt: null } : each,
              );
            expect(ids(history, hours)).toEqual(ids(known, hours));
            expect(ids(history, hours)).toHaveLength(surgery.steps.length);
          }
        },
      ),
    );
  });
});

function versionsCutAt(cuts: readonly string[]): PublishedProtocol[] {
  return [null, ...cuts].map((effectiveFrom, index) =>
    version(`surgery-${index + 1}`, surgery.steps, {
      effectiveFrom: effectiveFrom === null ? null : instantOf(Date.parse(effectiveFrom)),
      retiredAt: cuts[index] ?? null,
    }),
  );
}
