import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, mayOverride, noGradeFacts } from './grade.ts';
import type { GradeFacts } from './grade.ts';
import { GradeRuleSet, standardGradeRules } from './rule-set.ts';
import type { GradeOverride } from './rule-set.ts';

const today = '2026-03-10';
const rules = GradeRuleSet.parse({ spendFen: 1_000_000, spendMonths: 12 });

function facts(part: Partial<GradeFacts>): GradeFacts {
  return { ...noGradeFacts, ...part };
}

function paid(fen: number, on = '2026-01-05'): Partial<GradeFacts> {
  return { payments: [{ on, fen }] };
}

function scored(score: number): Partial<GradeFacts> {
  return { scores: [{ at: '2026-03-01T02:00:00.000Z', score }] };
}

const potential = { latentNeeds: ['orthodontics'], hasMeans: true };

describe('the grade by the facts', () => {
  it.each([
    { name: 'somebody of whom nothing is known', known: {}, grade: 'C', why: ['ordinary'] },
    { name: 'a fen below the threshold', known: paid(999_999), grade: 'C', why: ['ordinary'] },
    { name: 'the threshold', known: paid(1_000_000), grade: 'A', why: ['spend'] },
    { name: 'a fen above the threshold', known: paid(1_000_001), grade: 'A', why: ['spend'] },
    { name: 'the first day that counts', known: paid(1_000_000, '2025-03-11'), grade: 'A', why: ['spend'] },
    { name: 'a day too long ago', known: paid(1_000_000, '2025-03-10'), grade: 'C', why: ['ordinary'] },
    { name: 'paid today', known: paid(1_000_000, today), grade: 'A', why: ['spend'] },
    { name: 'to be paid tomorrow', known: paid(1_000_000, '2026-03-11'), grade: 'C', why: ['ordinary'] },
    {
      name: 'paid, and paid back',
      known: {
        payments: [
          { on: '2026-01-05', fen: 1_200_000 },
          { on: '2026-02-05', fen: -300_000 },
        ],
      },
      grade: 'C',
      why: ['ordinary'],
    },
    { name: 'one referral', known: { referred: ['x'] }, grade: 'C', why: ['ordinary'] },
    { name: 'one referral, told twice', known: { referred: ['x', 'x'] }, grade: 'C', why: ['ordinary'] },
    { name: 'two referrals', known: { referred: ['x', 'y'] }, grade: 'A', why: ['referrals'] },
    { name: 'three referrals', known: { referred: ['x', 'y', 'z'] }, grade: 'A', why: ['referrals'] },
    { name: 'influence', known: { hasInfluence: true }, grade: 'A', why: ['influence'] },
    {
      name: 'everything at once, each of it said',
      known: { ...paid(1_000_000), referred: ['x', 'y'], hasInfluence: true },
      grade: 'A',
      why: ['spend', 'referrals', 'influence'],
    },
    { name: 'a need and the means', known: potential, grade: 'B', why: ['potential'] },
    { name: 'a need without the means', known: { latentNeeds: ['x'] }, grade: 'C', why: ['ordinary'] },
    { name: 'means without a need', known: { hasMeans: true }, grade: 'C', why: ['ordinary'] },
    { name: 'A before B', known: { ...potential, hasInfluence: true }, grade: 'A', why: ['influence'] },
    { name: 'a score of 5', known: scored(5), grade: 'D', why: ['dissatisfied'] },
    { name: 'a score of 6', known: scored(6), grade: 'C', why: ['ordinary'] },
    { name: 'a score of 7', known: scored(7), grade: 'C', why: ['ordinary'] },
    { name: 'an open case', known: { openCases: ['k'] }, grade: 'D', why: ['open-case'] },
    {
      name: 'a technical risk',
      known: { technicalRisks: ['loose crown'] },
      grade: 'D',
      why: ['technical-risk'],
    },
    {
      name: 'own conditions',
      known: { unmetConditions: ['diabetes'] },
      grade: 'D',
      why: ['unmet-condition'],
    },
    {
      name: 'D before A, however much was paid',
      known: { ...paid(9_000_000), ...scored(3), openCases: ['k'] },
      grade: 'D',
      why: ['dissatisfied', 'open-case'],
    },
  ])('$name: $grade', ({ known, grade, why }) => {
    const answer = gradeOf(facts(known), rules, null, today);
    expect(answer.grade).toBe(grade);
    expect(answer.reasons.map(({ code }) => code)).toEqual(why);
    expect(answer.by).toBe('rule');
  });

  it('says the figures it was decided by', () => {
    expect(gradeOf(facts(paid(1_500_000)), rules, null, today).reasons).toEqual([
      { code: 'spend', fen: 1_500_000, thresholdFen: 1_000_000, months: 12 },
    ]);
  });

  it('hears the last word of the customer, and of two in one moment the worse', () => {
    const at = '2026-03-01T02:00:00.000Z';
    const later = '2026-03-02T02:00:00.000Z';
    const graded = (scores: GradeFacts['scores']) => gradeOf(facts({ scores }), rules, null, today).grade;
    expect(
      graded([
        { at: later, score: 9 },
        { at, score: 2 },
      ]),
    ).toBe('C');
    expect(
      graded([
        { at, score: 9 },
        { at: later, score: 2 },
      ]),
    ).toBe('D');
    expect(
      graded([
        { at, score: 9 },
        { at, score: 2 },
      ]),
    ).toBe('D');
  });

  it('leaves to the clinic what makes an A, a B or a D', () => {
    const mild = GradeRuleSet.parse({
      influenceIsA: false,
      openCaseIsD: false,
      technicalRiskIsD: false,
      unmetConditionIsD: false,
      potentialNeedsMeans: false,
    });
    const known = { hasInfluence: true, openCases: ['k'], technicalRisks: ['r'], unmetConditions: ['u'] };
    expect(gradeOf(facts(known), mild, null, today).grade).toBe('C');
    expect(gradeOf(facts({ ...known, latentNeeds: ['x'] }), mild, null, today).grade).toBe('B');
  });
});

describe('who is A by spending', () => {
  const was = gradeOf(facts(paid(1_000_000)), rules, null, today);

  it.each([
    { name: 'a fen above nine tenths', fen: 900_001, grade: 'A', why: 'spend-kept' },
    { name: 'nine tenths', fen: 900_000, grade: 'A', why: 'spend-kept' },
    { name: 'a fen below nine tenths', fen: 899_999, grade: 'C', why: 'ordinary' },
  ])('$name: $grade', ({ fen, grade, why }) => {
    const answer = gradeOf(facts(paid(fen)), rules, was, today);
    expect([answer.grade, answer.reasons[0]!.code]).toEqual([grade, why]);
    expect(gradeOf(facts(paid(fen)), rules, null, today).grade).toBe('C');
  });

  it('is so again after a complaint that was settled', () => {
    const during = gradeOf(facts({ ...paid(950_000), openCases: ['k'] }), rules, was, today);
    expect(during).toMatchObject({ grade: 'D', isBigSpender: true });
    expect(gradeOf(facts(paid(950_000)), rules, during, today).grade).toBe('A');
  });

  it('is not kept by having been A for another reason', () => {
    const known = gradeOf(facts({ hasInfluence: true }), rules, null, today);
    expect(gradeOf(facts(paid(950_000)), rules, known, today).grade).toBe('C');
  });
});

const override: GradeOverride = {
  grade: 'A',
  proposedBy: '00000000-0000-7000-8000-000000000001',
  approvedBy: '00000000-0000-7000-8000-000000000002',
  reason: 'Brings her whole dance school',
  until: '2026-06-30',
};

describe('a grade set by hand', () => {
  it.each([
    { day: '2026-06-29', grade: 'A', by: 'override' },
    { day: '2026-06-30', grade: 'A', by: 'override' },
    { day: '2026-07-01', grade: 'C', by: 'rule' },
  ])('on $day: $grade by $by', ({ day, grade, by }) => {
    expect(gradeOf(facts({ override }), rules, null, day)).toMatchObject({
      grade,
      by,
      byRule: { grade: 'C' },
    });
  });

  it('says who approved it, why, and until when', () => {
    const { approvedBy, reason, until } = override;
    expect(gradeOf(facts({ override }), rules, null, today).reasons).toEqual([
      { code: 'override', approvedBy, reason, until },
    ]);
  });

  it.each([
    { name: 'approved by who asked', change: { approvedBy: override.proposedBy }, reason: 'own-override' },
    { name: 'over yesterday', change: { until: '2026-03-09' }, reason: 'override-already-over' },
    { name: 'over today', change: { until: today }, reason: null },
    { name: 'for six months', change: { until: '2026-09-10' }, reason: null },
    { name: 'for six months and a day', change: { until: '2026-09-11' }, reason: 'override-too-long' },
  ])('$name: $reason', ({ change, reason }) => {
    const decision = mayOverride({ ...override, ...change }, standardGradeRules, today);
    expect(decision).toEqual(reason === null ? { allowed: true } : { allowed: false, reason });
  });
});

const day = fc
  .integer({ min: 0, max: 800 })
  .map((back) => new Date(Date.UTC(2026, 2, 10) - back * 86_400_000));
const ids = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 });
const anyFacts: fc.Arbitrary<GradeFacts> = fc.record({
  payments: fc.array(
    fc.record({
      on: day.map((date) => date.toISOString().slice(0, 10)),
      fen: fc.integer({ min: -500_000, max: 900_000 }),
    }),
    { maxLength: 8 },
  ),
  hasInfluence: fc.boolean(),
  referred: ids,
  latentNeeds: ids,
  hasMeans: fc.boolean(),
  scores: fc.array(
    fc.record({ at: day.map((date) => date.toISOString()), score: fc.integer({ min: 0, max: 10 }) }),
    { maxLength: 4 },
  ),
  openCases: ids,
  technicalRisks: ids,
  unmetConditions: ids,
  override: fc.constant(null),
});

describe('whatever the facts', () => {
  it('their order changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (known, isBigSpender) => {
        const turned = Object.fromEntries(
          Object.entries(known).map(([fact, value]) => [
            fact,
            Array.isArray(value) ? [...(value as unknown[])].reverse() : value,
          ]),
        ) as unknown as GradeFacts; // the same facts, each list turned round
        expect(gradeOf(turned, rules, { isBigSpender }, today)).toEqual(
          gradeOf(known, rules, { isBigSpender }, today),
        );
      }),
    );
  });

  it('asked again with its own answer, it stays', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (known, isBigSpender) => {
        const answer = gradeOf(known, rules, { isBigSpender }, today);
        expect(gradeOf(known, rules, answer, today)).toEqual(answer);
        expect(answer.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a risk is never graded away', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        expect(gradeOf({ ...known, openCases: ['k'] }, rules, null, today).grade).toBe('D');
      }),
    );
  });
});
