import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, noGradeFacts } from './grade.ts';
import { previewRules, shareOfTop } from './preview.ts';
import type { GradedCustomer } from './preview.ts';
import { GradeRuleSet } from './rule-set.ts';

const today = '2026-03-10';
const now = GradeRuleSet.parse({ spendFen: 1_000_000 });

function customer(id: string, fen: number): GradedCustomer {
  const facts = { ...noGradeFacts, payments: [{ on: '2026-01-05', fen }] };
  return { id, facts, answer: gradeOf(facts, now, null, today) };
}

describe('before new rules are saved', () => {
  const customers = [customer('small', 100_000), customer('middle', 1_000_000), customer('big', 5_000_000)];

  it('nobody moves by the rules that are', () => {
    expect(previewRules(customers, now, today)).toEqual({
      before: { A: 2, B: 0, C: 1, D: 0 },
      after: { A: 2, B: 0, C: 1, D: 0 },
      moves: [],
    });
  });

  it.each([
    { spendFen: 100_000, moves: ['small C→A'] },
    // Nine tenths of it are paid: the middle one stays.
    { spendFen: 1_111_111, moves: [] },
    { spendFen: 1_111_112, moves: ['middle A→C'] },
    { spendFen: 6_000_000, moves: ['middle A→C', 'big A→C'] },
  ])('a threshold of $spendFen fen moves $moves', ({ spendFen, moves }) => {
    const preview = previewRules(customers, GradeRuleSet.parse({ spendFen }), today);
    expect(preview.moves.map(({ id, from, to }) => `${id} ${from}→${to}`)).toEqual(moves);
  });
});

describe('the share of the best-paying fifth', () => {
  it.each([
    { name: 'of nobody', revenues: [], top: 0, share: 0 },
    { name: 'of one', revenues: [5], top: 1, share: 1 },
    { name: 'of four it is still one', revenues: [1, 4, 2, 3], top: 1, share: 0.4 },
    { name: 'of nine it is one', revenues: [9, 1, 1, 1, 1, 1, 1, 1, 1], top: 1, share: 9 / 17 },
    { name: 'of ten it is two', revenues: [9, 1, 1, 1, 1, 1, 1, 1, 1, 1], top: 2, share: 10 / 18 },
    { name: 'where nobody paid', revenues: [0, 0, 0, 0, 0], top: 1, share: 0 },
  ])('$name: $top', ({ revenues, top, share }) => {
    expect(shareOfTop(revenues, 0.2)).toMatchObject({ topCustomers: top, share });
  });

  it('is never less than their part of the heads, nor more than all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 5 }), (revenues) => {
        const { share, topCustomers, customers, fen } = shareOfTop(revenues, 0.2);
        if (fen > 0) expect(share).toBeGreaterThanOrEqual(topCustomers / customers - 1e-9);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const file = join(import.meta.dirname, '../../../shared/data/rfm_r/rfm_data_orders.csv');

// Skipped where the shared test data is not beside the project. The figure was computed by other code than ours.
describe.skipIf(!existsSync(file))('995 customers of a shop (need ../shared/data/rfm_r)', () => {
  it('a fifth of them brought 35.6232 % of its revenue', () => {
    const orders = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const byCustomer = new Map<string, number>();
    for (const order of orders) {
      const [customerId, on, revenue] = order.split(',');
      if (on! > '2006-12-31') continue;
      byCustomer.set(customerId!, (byCustomer.get(customerId!) ?? 0) + Number(revenue) * 100);
    }
    const { customers, topCustomers, fen, share } = shareOfTop([...byCustomer.values()], 0.2);
    expect({ customers, topCustomers, fen }).toEqual({ customers: 995, topCustomers: 199, fen: 46_415_800 });
    expect((share * 100).toFixed(4)).toBe('35.6232');
  });
});
