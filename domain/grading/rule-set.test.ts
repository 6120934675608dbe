import { expect, it } from 'vitest';
import { GradeRuleSet, standardGradeRules } from './rule-set.ts';

it('a clinic that sets nothing has the figures as shipped', () => {
  expect(standardGradeRules).toMatchObject({ referrals: 2, dissatisfiedBelow: 6, spendKeptPercent: 90 });
});

it.each([
  { spendFen: 0 },
  { spendFen: 100.5 },
  { spendMonths: 0 },
  { spendKeptPercent: 101 },
  { referrals: 0 },
  { dissatisfiedBelow: 11 },
  { spendYuan: 300 },
])('%j is no rule', (figure) => {
  expect(GradeRuleSet.safeParse(figure).success).toBe(false);
});
