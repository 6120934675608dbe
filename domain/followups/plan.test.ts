import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, endOfMonth, instantAt, instantOf, millisecondsOf, wallTimeAt } from '#domain/base/time.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { followupIdentity, matches, planIdentity, plansOwed } from './plan.ts';
import type { PlannedPlan, PlanningEvent } from './plan.ts';
import { triggerEvents } from './protocol.ts';
import { standardProtocols, standardVersions } from './standard-protocols.ts';

const zone = 'America/Sao_Paulo';
const published = standardVersions((code) => `${code}-1`);

function event(part: Partial<PlanningEvent>): PlanningEvent {
  return {
    event: 'visit.closed',
    key: 'visit-1',
    at: instantAt('2016-06-08T18:00', zone),
    customerId: 'customer-1',
    clinicId: 'clinic-1',
    visitId: 'visit-1',
    visitKind: 'first',
    categories: [],
    ...part,
  };
}

function codes(plans: PlannedPlan[]): string[] {
  return plans.map((plan) => plan.protocol.definition.code).sort();
}

/** Every followup of the plans by the words its id is made of. */
function identities(plans: PlannedPlan[]): string[] {
  return plans.flatMap((plan) =>
    plan.followups.map((followup) =>
      JSON.stringify([
        followupIdentity(planIdentity(plan).join('/'), followup.stepKey, followup.occurrence),
        followup.opensAt,
        followup.closesAt,
      ]),
    ),
  );
}

describe('what a visit owes', () => {
  it.each([
    { name: 'a first visit its call', visit: {}, owed: ['first-visit'] },
    { name: 'a return visit its call', visit: { visitKind: 'return' }, owed: ['treated-24h'] },
    {
      name: 'an operation three calls and the stitches',
      visit: { categories: ['surgery'] },
      owed: ['first-visit', 'stitches-out', 'surgery'],
    },
    {
      name: 'an extraction its care and the stitches',
      visit: { visitKind: 'return', categories: ['extraction'] },
      owed: ['extraction', 'stitches-out', 'treated-24h'],
    },
    {
      name: 'several treatments what each of them owes, once',
      visit: { visitKind: 'return', categories: ['filling', 'filling', 'extraction', 'surgery', 'cleaning'] },
      owed: ['extraction', 'filling', 'stitches-out', 'surgery', 'treated-24h'],
    },
    {
      name: 'an injection shaping and top-up',
      visit: { categories: ['injection'] },
      owed: ['first-visit', 'injection'],
    },
  ] satisfies { name: string; visit: Partial<PlanningEvent>; owed: string[] }[])(
    '$name',
    ({ visit, owed }) => {
      expect(codes(plansOwed(published, event(visit), { zone }))).toEqual(owed);
    },
  );

  it('is due this day for a visit that ended yesterday evening, and past for one of the day before', () => {
    const now = instantAt('2016-06-09T09:00', zone);
    for (const visitKind of ['first', 'return'] as const) {
      const yesterday = plansOwed(published, event({ visitKind }), { zone, openAt: now });
      expect(yesterday).toHaveLength(1);
      expect(yesterday[0]!.followups).toEqual([
        {
          stepKey: 'within-24h',
          occurrence: 1,
          purpose: 'medical',
          role: 'cs_agent',
          opensAt: instantAt('2016-06-08T20:00', zone),
          dueAt: instantAt('2016-06-09T18:00', zone),
          closesAt: instantAt('2016-06-09T18:00', zone),
        },
      ]);

      const before = event({ visitKind, at: instantAt('2016-06-07T18:00', zone) });
      expect(plansOwed(published, before, { zone, openAt: now })).toEqual([]);
    }
  });
});

describe('what fits a protocol', () => {
  const [firstVisit, surgery, inClinic, byTelephone] = [
    'first-visit',
    'surgery',
    'consultation-no-deal',
    'web-consultation-no-deal',
  ].map((code) => standardProtocols.find((protocol) => protocol.code === code)!);

  it.each([
    {
      name: 'another event does not',
      protocol: firstVisit,
      event: event({ event: 'discharge' }),
      fits: false,
    },
    { name: 'a first visit does', protocol: firstVisit, event: event({}), fits: true },
    {
      name: 'a return visit does not where first visits are meant',
      protocol: firstVisit,
      event: event({ visitKind: 'return' }),
      fits: false,
    },
    {
      name: 'a visit of unknown kind does not',
      protocol: firstVisit,
      event: event({ visitKind: null }),
      fits: false,
    },
    {
      name: 'one treatment of the kind is enough',
      protocol: surgery,
      event: event({ categories: ['skin', 'surgery'] }),
      fits: true,
    },
    {
      name: 'a visit without the treatment does not',
      protocol: surgery,
      event: event({ categories: ['skin'] }),
      fits: false,
    },
    { name: 'a visit without any treatment does not', protocol: surgery, event: event({}), fits: false },
    {
      name: 'a consultation in the clinic is the consultant’s',
      protocol: inClinic,
      event: event({ event: 'consultation.no_deal' }),
      fits: true,
    },
    {
      name: 'and not the web consultant’s',
      protocol: byTelephone,
      event: event({ event: 'consultation.no_deal' }),
      fits: false,
    },
    {
      name: 'a consultation by telephone is the web consultant’s',
      protocol: byTelephone,
      event: event({ event: 'consultation.no_deal', visitId: null, visitKind: null }),
      fits: true,
    },
    {
      name: 'and not the consultant’s',
      protocol: inClinic,
      event: event({ event: 'consultation.no_deal', visitId: null, visitKind: null }),
      fits: false,
    },
  ])('$name', ({ protocol, event, fits }) => {
    expect(matches(protocol!, event)).toBe(fits);
  });
});

describe('who a protocol is for', () => {
  const own = (trigger: object) => ({ trigger: { event: 'visit.closed' as const, ...trigger } });
  it.each([
    {
      name: 'a grade',
      trigger: { grades: ['A', 'B'] },
      customer: { grade: 'B' as const, classCode: null },
      fits: true,
    },
    {
      name: 'not another',
      trigger: { grades: ['A', 'B'] },
      customer: { grade: 'C' as const, classCode: null },
      fits: false,
    },
    {
      name: 'a class',
      trigger: { classes: ['M-A'] },
      customer: { grade: 'C' as const, classCode: 'M-A' },
      fits: true,
    },
    {
      name: 'not another class',
      trigger: { classes: ['M-A'] },
      customer: { grade: 'C' as const, classCode: 'C-A' },
      fits: false,
    },
    {
      name: 'nobody without one',
      trigger: { classes: ['M-A'] },
      customer: { grade: 'C' as const, classCode: null },
      fits: false,
    },
    { name: 'a team that treated', trigger: { teamIds: ['team-1'] }, customer: undefined, fits: true },
    { name: 'not another team', trigger: { teamIds: ['team-2'] }, customer: undefined, fits: false },
  ])('$name', ({ trigger, customer, fits }) => {
    expect(matches(own(trigger) as never, event({ teamIds: ['team-1', 'team-3'] }), customer)).toBe(fits);
  });
});

describe('a step counted from another’s due day', () => {
  it('begins when that one is due', () => {
    const base = standardProtocols.find(({ code }) => code === 'surgery')!;
    const steps = [
      { ...base.steps[0]!, key: 'recall', window: { kind: 'months' as const, dueMonth: 6, leadDays: 7 } },
      {
        ...base.steps[0]!,
        key: 'after',
        from: 'recall',
        window: { kind: 'days' as const, opensDay: 1, dueDay: 3 },
      },
      {
        ...base.steps[0]!,
        key: 'before',
        from: 'recall',
        window: { kind: 'days' as const, opensDay: -3, dueDay: -1 },
      },
    ];
    const [plan] = plansOwed(
      [{ ...published[0]!, definition: { ...base, steps } }],
      event({ categories: ['surgery'], at: instantAt('2016-02-29T10:00', zone) }),
      { zone },
    );
    expect(plan!.followups.map(({ stepKey, dueAt }) => [stepKey, wallTimeAt(dueAt, zone)])).toEqual([
      ['recall', '2016-08-29T23:59'],
      ['after', '2016-09-01T23:59'],
      ['before', '2016-08-28T23:59'],
    ]);
  });
});

describe('history that is brought in', () => {
  it('owes only the steps whose window is still open', () => {
    const surgery = event({
      visitKind: 'return',
      categories: ['surgery'],
      at: instantAt('2016-06-01T10:00', zone),
    });
    const steps = (now: string) =>
      plansOwed(published, surgery, { zone, openAt: instantAt(now, zone) })
        .filter((plan) => plan.protocol.definition.code === 'surgery')
        .flatMap((plan) => plan.followups.map((followup) => followup.stepKey));

    expect(steps('2016-06-04T23:59')).toEqual(['within-3-days', 'within-1-week', 'at-1-month']);
    expect(steps('2016-06-05T00:00')).toEqual(['within-1-week', 'at-1-month']);
    expect(steps('2016-06-09T00:00')).toEqual(['at-1-month']);
    expect(steps('2016-07-02T00:00')).toEqual([]);
  });

  it('owes the round of May until the 9th of June has ended', () => {
    const may = event({
      event: 'month.closed',
      key: '2016-05',
      at: endOfMonth('2016-05', zone),
      visitId: null,
      visitKind: null,
    });
    expect(codes(plansOwed(published, may, { zone, openAt: instantAt('2016-06-09T09:00', zone) }))).toEqual([
      'month-satisfaction',
    ]);
    expect(codes(plansOwed(published, may, { zone, openAt: instantAt('2016-06-10T00:00', zone) }))).toEqual(
      [],
    );
  });
});

describe('planning', () => {
  const events = fc.record({
    event: fc.constantFrom(...triggerEvents),
    key: fc.uuid(),
    at: fc
      .integer({
        min: millisecondsOf('2015-01-01T00:00:00.000Z'),
        max: millisecondsOf('2017-01-01T00:00:00.000Z'),
      })
      .map(instantOf),
    customerId: fc.constantFrom('customer-1', 'customer-2', 'customer-3'),
    clinicId: fc.constant('clinic-1'),
    visitId: fc.option(fc.uuid()),
    visitKind: fc.option(fc.constantFrom('first' as const, 'return' as const)),
    categories: fc.subarray([...treatmentCategories]),
  });
  const manyEvents = fc.uniqueArray(events, { selector: (each) => each.key, maxLength: 12 });
  const plan = (all: PlanningEvent[], openAt?: string) =>
    all.flatMap((each) => identities(plansOwed(published, each, { zone, openAt })));

  it('twice plans the same', () => {
    fc.assert(
      fc.property(manyEvents, (all) => {
        expect(plan(all)).toEqual(plan(structuredClone(all)));
      }),
    );
  });

  it('gives the same set in whatever order the events come', () => {
    fc.assert(
      fc.property(
        manyEvents.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(plan(shuffled).sort()).toEqual(plan(all).sort());
        },
      ),
    );
  });

  it('gives every followup of different events an identity of its own', () => {
    fc.assert(
      fc.property(manyEvents, (all) => {
        const planned = plan(all);
        expect(new Set(planned).size).toBe(planned.length);
      }),
    );
  });

  it('tells the same event apart by customer, by protocol version, and by what it is about', () => {
    const [plan] = plansOwed(published, event({}), { zone });
    const names = [
      plan!,
      { ...plan!, event: event({ customerId: 'customer-2' }) },
      { ...plan!, event: event({ key: 'visit-2' }) },
      { ...plan!, protocol: { ...plan!.protocol, versionId: 'first-visit-2', version: 2 } },
    ].map((each) => planIdentity(each).join('/'));
    expect(new Set(names).size).toBe(4);
    expect(followupIdentity('plan-1', 'week-1', 1)).not.toEqual(followupIdentity('plan-1', 'week-1', 2));
  });

  it('of history keeps exactly the followups that are still open, and drops plans that have none', () => {
    fc.assert(
      fc.property(manyEvents, fc.integer({ min: -2000, max: 20_000 }), (all, hours) => {
        for (const each of all) {
          const now = addHours(each.at, hours);
          const open = plansOwed(published, each, { zone, openAt: now });
          const stillOpen = plansOwed(published, each, { zone })
            .flatMap((plan) => plan.followups)
            .filter((followup) => followup.closesAt >= now);
          expect(open.flatMap((plan) => plan.followups)).toEqual(stillOpen);
          expect(open.every((plan) => plan.followups.length > 0)).toBe(true);
        }
      }),
    );
  });
});
