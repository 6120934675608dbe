import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades } from '#domain/grading/rule-set.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import { spreadOver } from './spread.ts';
import type { ToPlace } from './spread.ts';

const today = '2026-03-12';
const of = (id: number, grade: Grade, clinicId = 'riverside'): ToPlace => ({
  customerId: `c${String(id).padStart(4, '0')}`,
  grade,
  clinicId,
  ownerId: 'gone',
  former: [],
});
const li = { id: 'li', clinicIds: 'all' } as const;
const wu = { id: 'wu', clinicIds: ['riverside'] };

describe('the customers of somebody who left', () => {
  it('go to one colleague, all of them', () => {
    const placed = spreadOver([of(1, 'A'), of(2, 'C')], [li], today);
    expect(placed.map(({ toId }) => toId)).toEqual(['li', 'li']);
  });

  it('are spread so that nobody gets all of the important ones', () => {
    const placed = spreadOver([of(1, 'A'), of(2, 'A'), of(3, 'C'), of(4, 'C')], [li, wu], today);
    expect(placed.map(({ toId }) => toId)).toEqual(['li', 'wu', 'li', 'wu']);
  });

  it('go to nobody who cannot see them, and are named where nobody can', () => {
    const elsewhere = [of(1, 'A', 'hill'), of(2, 'A', 'hill')];
    expect(spreadOver(elsewhere, [li, wu], today).map(({ toId }) => toId)).toEqual(['li', 'li']);
    expect(spreadOver(elsewhere, [wu], today)).toMatchObject([
      { toId: null, refusal: 'other-clinic' },
      { toId: null, refusal: 'other-clinic' },
    ]);
  });

  it('are shared evenly, of each grade and in whatever order they come', () => {
    const some = fc.array(fc.constantFrom(...grades), { maxLength: 60 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (given, people) => {
        const customers = given.map((grade, index) => of(index, grade));
        const colleagues = Array.from({ length: people }, (_, index) => ({ ...li, id: `p${index}` }));
        const placed = spreadOver(customers, colleagues, today);
        expect(placed).toHaveLength(customers.length);
        expect(spreadOver(customers.toReversed(), colleagues, today)).toEqual(placed);
        for (const grade of grades) {
          const shares = colleagues.map(
            ({ id }) =>
              placed.filter(
                ({ customerId, toId }) =>
                  toId === id &&
                  customers.some((each) => each.customerId === customerId && each.grade === grade),
              ).length,
          );
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
