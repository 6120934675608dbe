import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/base/time.ts';
import { ReleaseRules, standardReleaseRules } from './release-rules.ts';
import {
  daysToReview,
  mayClaim,
  protectionsOf,
  releaseProposal,
  stillStands,
  warningBefore,
} from './release.ts';
import type { Claim, OwnedCustomer, ReleaseProposal } from './release.ts';

const rules = standardReleaseRules;

function lead(part: Partial<OwnedCustomer> = {}): OwnedCustomer {
  return {
    customerId: 'zhang',
    ownerId: 'li',
    ownerKind: 'web_consultant',
    ownedSince: '2026-03-02',
    grade: 'C',
    lastVisitOn: null,
    hasPlannedFollowup: false,
    lastFollowupOn: null,
    isUnderTreatment: false,
    hasOpenCase: false,
    nextAppointmentOn: null,
    keptUntil: null,
    ...part,
  };
}

/** Came once, and has a followup to come: only the visits count. */
function visitor(part: Partial<OwnedCustomer> = {}): OwnedCustomer {
  return lead({
    ownerKind: 'consultant',
    ownedSince: '2025-01-10',
    lastVisitOn: '2025-08-31',
    hasPlannedFollowup: true,
    ...part,
  });
}

function inShort(proposal: ReleaseProposal): string {
  return proposal.kind === 'warning' ? `warning ${proposal.daysLeft}` : proposal.kind;
}

describe('a lead nobody plans a followup with, of a web consultant', () => {
  it.each([
    { today: '2026-03-02', says: 'warning 7' },
    { today: '2026-03-03', says: 'none' },
    { today: '2026-03-08', says: 'warning 1' },
    { today: '2026-03-09', says: 'release' },
    { today: '2026-03-20', says: 'release' },
  ])('$today: $says', ({ today, says }) => {
    expect(inShort(releaseProposal(lead(), rules, today))).toBe(says);
  });

  it('goes to the head of the department, with the evidence and what would have stopped it', () => {
    expect(releaseProposal(lead(), rules, '2026-03-09')).toEqual({
      kind: 'release',
      clock: 'lead-unplanned',
      decidedBy: 'department_head',
      since: '2026-03-02',
      releasesOn: '2026-03-09',
      stoppedBy: 'plan-followup',
      evidence: {
        grade: 'C',
        lastVisitOn: null,
        lastFollowupOn: null,
        hasPlannedFollowup: false,
        ownedSince: '2026-03-02',
        nextAppointmentOn: null,
      },
    });
  });

  it.each([
    { name: 'a followup is planned', part: { hasPlannedFollowup: true }, says: 'none' },
    { name: 'the last followup was six days ago', part: { lastFollowupOn: '2026-03-03' }, says: 'warning 1' },
    { name: 'the last followup was seven days ago', part: { lastFollowupOn: '2026-03-02' }, says: 'release' },
    { name: 'the owner is new', part: { ownedSince: '2026-03-08' }, says: 'none' },
    { name: 'they have come', part: { lastVisitOn: '2026-03-01' }, says: 'none' },
    { name: 'a consultant owns them', part: { ownerKind: 'consultant' as const }, says: 'none' },
  ])('on the seventh day, where $name: $says', ({ part, says }) => {
    expect(inShort(releaseProposal(lead(part), rules, '2026-03-09'))).toBe(says);
  });
});

describe('a customer who came and has no followup planned, of a consultant', () => {
  const came = lead({ ownerKind: 'consultant', ownedSince: '2026-01-05', lastVisitOn: '2026-03-02' });

  it.each([
    { today: '2026-03-02', says: 'warning 7' },
    { today: '2026-03-08', says: 'warning 1' },
    { today: '2026-03-09', says: 'release' },
  ])('$today: $says', ({ today, says }) => {
    expect(inShort(releaseProposal(came, rules, today))).toBe(says);
  });

  it('goes to the manager', () => {
    expect(releaseProposal(came, rules, '2026-03-09')).toMatchObject({
      clock: 'visited-unplanned',
      decidedBy: 'manager',
    });
  });
});

describe('a customer of a consultant who has not come for over six months', () => {
  it.each([
    { name: 'a month before', today: '2026-02-28', says: 'warning 1' },
    { name: 'six months and a day', today: '2026-03-01', says: 'release' },
    { name: 'the day after the review, until the next', today: '2026-03-02', says: 'none' },
    { name: 'fourteen days before the next review', today: '2026-03-18', says: 'warning 14' },
    { name: 'thirteen days before', today: '2026-03-19', says: 'none' },
    { name: 'seven days before', today: '2026-03-25', says: 'warning 7' },
    { name: 'the day before', today: '2026-03-31', says: 'warning 1' },
    { name: 'the next review', today: '2026-04-01', says: 'release' },
  ])('$name, $today: $says', ({ today, says }) => {
    expect(inShort(releaseProposal(visitor(), rules, today))).toBe(says);
  });

  it.each([
    { lastVisitOn: '2025-08-30', says: 'release' },
    { lastVisitOn: '2025-08-31', says: 'release' },
    // On the first of March that is six months, and not over.
    { lastVisitOn: '2025-09-01', says: 'none' },
    { lastVisitOn: '2025-09-02', says: 'none' },
  ])('last seen on $lastVisitOn, reviewed on 1 March: $says', ({ lastVisitOn, says }) => {
    expect(inShort(releaseProposal(visitor({ lastVisitOn }), rules, '2026-03-01'))).toBe(says);
  });

  it('can be stopped by a visit or an appointment, and is the manager’s to decide', () => {
    expect(releaseProposal(visitor(), rules, '2026-03-01')).toMatchObject({
      clock: 'no-visit',
      decidedBy: 'manager',
      stoppedBy: 'visit-or-appointment',
    });
  });

  it('begins anew with a new owner', () => {
    expect(inShort(releaseProposal(visitor({ ownedSince: '2025-12-01' }), rules, '2026-03-01'))).toBe('none');
  });

  it('is reviewed on the last day where the month is shorter', () => {
    const late = ReleaseRules.parse({
      ...rules,
      rules: [{ ...rules.rules[2], reviewDay: 31 }],
    });
    const long = visitor({ lastVisitOn: '2025-01-01' });
    expect(inShort(releaseProposal(long, late, '2026-02-28'))).toBe('release');
    expect(inShort(releaseProposal(long, late, '2026-03-28'))).toBe('none');
    expect(inShort(releaseProposal(long, late, '2026-03-31'))).toBe('release');
  });
});

describe('the rule of a grade', () => {
  const patient = ReleaseRules.parse({
    ...rules,
    rules: [...rules.rules, { ...rules.rules[0], grades: ['A', 'B'], days: 21 }],
  });

  it.each([
    { grade: 'C', today: '2026-03-09', says: 'release' },
    { grade: 'A', today: '2026-03-09', says: 'warning 14' },
    { grade: 'A', today: '2026-03-22', says: 'warning 1' },
    { grade: 'A', today: '2026-03-23', says: 'release' },
  ] as const)('$grade on $today: $says', ({ grade, today, says }) => {
    expect(inShort(releaseProposal(lead({ grade }), patient, today))).toBe(says);
  });
});

describe('protected from every rule', () => {
  const today = '2026-04-01';
  it.each([
    { name: 'under treatment', part: { isUnderTreatment: true }, by: ['under-treatment'] },
    { name: 'with an open case', part: { hasOpenCase: true }, by: ['open-case'] },
    { name: 'with an appointment tomorrow', part: { nextAppointmentOn: '2026-04-02' }, by: ['appointment'] },
    { name: 'with an appointment today', part: { nextAppointmentOn: today }, by: ['appointment'] },
    { name: 'with an appointment yesterday', part: { nextAppointmentOn: '2026-03-31' }, by: [] },
    { name: 'of grade D', part: { grade: 'D' as const }, by: ['grade-d'] },
    {
      name: 'in every way',
      part: { isUnderTreatment: true, hasOpenCase: true, nextAppointmentOn: today, grade: 'D' as const },
      by: ['under-treatment', 'open-case', 'appointment', 'grade-d'],
    },
  ])('$name: $by', ({ part, by }) => {
    for (const customer of [lead(part), visitor(part)]) {
      expect(protectionsOf(customer, today)).toEqual(by);
      const proposal = releaseProposal(customer, rules, today);
      expect(proposal.kind).toBe(by.length > 0 ? 'protected' : 'release');
    }
  });
});

const happenings = [
  'nothing',
  'plan',
  'call',
  'visit',
  'book',
  'cancel',
  'treat',
  'finish',
  'complain',
  'settle',
  'risk',
  'calm',
] as const;

/** What a day may bring to a customer. */
function after(
  happening: (typeof happenings)[number],
  customer: OwnedCustomer,
  today: string,
): OwnedCustomer {
  switch (happening) {
    case 'nothing':
      return customer;
    case 'plan':
      return { ...customer, hasPlannedFollowup: true };
    case 'call':
      return { ...customer, hasPlannedFollowup: false, lastFollowupOn: today };
    case 'visit':
      return { ...customer, lastVisitOn: today, nextAppointmentOn: null };
    case 'book':
      return { ...customer, nextAppointmentOn: addDays(today, 20) };
    case 'cancel':
      return { ...customer, nextAppointmentOn: null };
    case 'treat':
      return { ...customer, isUnderTreatment: true };
    case 'finish':
      return { ...customer, isUnderTreatment: false };
    case 'complain':
      return { ...customer, hasOpenCase: true };
    case 'settle':
      return { ...customer, hasOpenCase: false };
    case 'risk':
      return { ...customer, grade: 'D' };
    case 'calm':
      return { ...customer, grade: 'B' };
  }
}

const aYear = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constant('nothing' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...happenings) },
  ),
  { minLength: 365, maxLength: 365 },
);
const anyRules = fc
  .record({
    week: fc.integer({ min: 1, max: 30 }),
    months: fc.integer({ min: 1, max: 12 }),
    reviewDay: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ week, months, reviewDay }) =>
    ReleaseRules.parse({
      ...rules,
      rules: rules.rules.map((rule) =>
        rule.clock === 'no-visit' ? { ...rule, months, reviewDay } : { ...rule, days: week },
      ),
    }),
  );

describe('a year, whatever its days bring', () => {
  it('never proposes to release a protected customer, nor one with whom something happened in time', () => {
    fc.assert(
      fc.property(
        aYear,
        anyRules,
        fc.constantFrom('web_consultant', 'consultant'),
        (year, own, ownerKind) => {
          let customer = lead({ ownerKind, ownedSince: '2026-01-01' });
          for (const [day, happening] of year.entries()) {
            const today = addDays('2026-01-01', day);
            customer = after(happening, customer, today);
            const proposal = releaseProposal(customer, own, today);
            const { isUnderTreatment, hasOpenCase, grade, nextAppointmentOn } = customer;
            const isProtected =
              isUnderTreatment || hasOpenCase || grade === 'D' || (nextAppointmentOn ?? '') >= today;
            expect(proposal.kind === 'protected').toBe(isProtected);
            if (proposal.kind !== 'release') continue;
            expect(proposal.since < today).toBe(true);
            if (proposal.stoppedBy === 'plan-followup') expect(customer.hasPlannedFollowup).toBe(false);
            expect(customer.ownedSince <= proposal.since).toBe(true);
            expect(customer.lastVisitOn === today).toBe(false);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('warns the day before every release that did not come of a protection ending', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 0, max: 300 }), (own, seenAfter) => {
        const customer = visitor({ lastVisitOn: addDays('2025-01-15', seenAfter) });
        for (let day = 1; day < 365; day++) {
          const today = addDays('2026-01-01', day);
          if (releaseProposal(customer, own, today).kind !== 'release') continue;
          expect(inShort(releaseProposal(customer, own, addDays(today, -1)))).toBe('warning 1');
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a proposed release', () => {
  const lastOn = { clock: 'lead-unplanned', since: '2026-03-02' } as const;
  const review = { clock: 'no-visit', since: '2025-08-31' } as const;

  it.each([
    { name: 'of a lead still without a plan', proposal: lastOn, customer: lead(), because: null },
    {
      name: 'of a lead with a plan now',
      proposal: lastOn,
      customer: lead({ hasPlannedFollowup: true }),
      because: 'stopped',
    },
    {
      name: 'of a lead called since',
      proposal: lastOn,
      customer: lead({ lastFollowupOn: '2026-03-03' }),
      because: 'stopped',
    },
    {
      name: 'of a lead with a new owner',
      proposal: lastOn,
      customer: lead({ ownedSince: '2026-03-03' }),
      because: 'stopped',
    },
    {
      name: 'of somebody with an appointment now',
      proposal: review,
      customer: visitor({ nextAppointmentOn: '2026-04-01' }),
      because: 'appointment',
    },
    { name: 'on a day after its review', proposal: review, customer: visitor(), because: null },
    {
      name: 'of a kind of owner without such a rule',
      proposal: review,
      customer: visitor({ ownerKind: 'web_consultant' }),
      because: 'no-rule',
    },
  ])('$name: $because', ({ proposal, customer, because }) => {
    expect(stillStands(proposal, customer, rules, '2026-03-20')).toEqual(
      because === null ? { stands: true } : { stands: false, because },
    );
  });

  it.each([
    { name: 'a lead', clock: 'lead-unplanned', customer: lead(), releasesOn: '2026-03-21', daysLeft: 1 },
    { name: 'a review', clock: 'no-visit', customer: visitor(), releasesOn: '2026-04-01', daysLeft: 12 },
  ] as const)(
    'of $name that nobody warned of is told first, and comes up on $releasesOn',
    ({ clock, customer, releasesOn, daysLeft }) => {
      expect(warningBefore({ clock }, customer, rules, '2026-03-20')).toMatchObject({ releasesOn, daysLeft });
    },
  );

  it.each([
    { today: '2026-03-19', by: ['kept'] },
    { today: '2026-03-20', by: [] },
    { today: '2026-03-21', by: [] },
  ])('is not made on $today of who is kept until the 20th: $by', ({ today, by }) => {
    expect(protectionsOf(lead({ keptUntil: '2026-03-20' }), today)).toEqual(by);
  });
});

describe('the days to look at', () => {
  it.each([
    { name: 'the first time ever', last: null, days: ['2026-04-03'] },
    { name: 'as every night', last: '2026-04-02', days: ['2026-04-03'] },
    { name: 'after a night that was missed', last: '2026-04-01', days: ['2026-04-03'] },
    {
      name: 'after the first of the month was missed',
      last: '2026-03-31',
      days: ['2026-04-01', '2026-04-03'],
    },
    { name: 'after months', last: '2025-12-01', days: ['2026-04-01', '2026-04-03'] },
  ])('$name: $days', ({ last, days }) => {
    expect(daysToReview(last, rules, '2026-04-03')).toEqual(days);
  });
});

describe('who may claim a customer of the pool', () => {
  const today = '2026-04-01';
  const claim: Claim = {
    staffId: 'wu',
    overdueFollowups: 0,
    claimsToday: 0,
    customer: { ownerId: null, former: [{ ownerId: 'li', returnsOn: '2026-04-08' }] },
  };
  const former = { ...claim, staffId: 'li' };

  it.each([
    { name: 'a colleague', claim, reason: null },
    {
      name: 'of a customer who has an owner',
      claim: { ...claim, customer: { ...claim.customer, ownerId: 'li' } },
      reason: 'has-owner',
    },
    { name: 'with nine overdue followups', claim: { ...claim, overdueFollowups: 9 }, reason: null },
    { name: 'with ten overdue followups', claim: { ...claim, overdueFollowups: 10 }, reason: 'overdue-work' },
    {
      name: 'with eleven overdue followups',
      claim: { ...claim, overdueFollowups: 11 },
      reason: 'overdue-work',
    },
    { name: 'after nine claims of the day', claim: { ...claim, claimsToday: 9 }, reason: null },
    { name: 'after ten claims of the day', claim: { ...claim, claimsToday: 10 }, reason: 'claims-of-today' },
    { name: 'the former owner', claim: former, reason: 'cooldown' },
  ])('$name: $reason', ({ claim: asked, reason }) => {
    expect(mayClaim(asked, rules, today)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    );
  });

  it.each([
    { day: '2026-04-07', allowed: false },
    { day: '2026-04-08', allowed: true },
    { day: '2026-04-09', allowed: true },
  ])('the former owner, thirty days after the release, on $day: $allowed', ({ day, allowed }) => {
    expect(mayClaim(former, rules, day).allowed).toBe(allowed);
  });
});

it('the rules that ship are rules', () => {
  expect(ReleaseRules.parse(standardReleaseRules)).toEqual(standardReleaseRules);
});
