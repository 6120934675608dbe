import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades } from '#domain/grading/rule-set.ts';
import { completenessOf, standsOnOwnersList } from './completeness.ts';
import type { RecordPart } from './completeness.ts';

const everything = new Set(completenessOf('A', new Set()).missing);
const ordinary = new Set(completenessOf('C', new Set()).missing);

describe('a record', () => {
  it.each(grades)('of which nothing is known has no points, of grade %s', (grade) => {
    expect(completenessOf(grade, new Set()).score).toBe(0);
  });

  it('is whole when all is known that is asked', () => {
    expect(completenessOf('C', ordinary)).toEqual({ score: 100, missing: [] });
    expect(completenessOf('A', everything)).toEqual({ score: 100, missing: [] });
  });

  it.each([
    { grade: 'A', asksMore: true },
    { grade: 'B', asksMore: true },
    { grade: 'C', asksMore: false },
    { grade: 'D', asksMore: false },
    { grade: null, asksMore: false },
  ] as const)('of grade $grade is asked for more: $asksMore', ({ grade, asksMore }) => {
    const answer = completenessOf(grade, ordinary);
    expect(answer.missing.includes('chief-complaints')).toBe(asksMore);
    expect(answer.score < 100).toBe(asksMore);
    expect(standsOnOwnersList(grade, answer)).toBe(asksMore);
  });

  it('names what is missing, the heaviest first', () => {
    const known = new Set([...ordinary].filter((part) => !['address', 'phone', 'birthday'].includes(part)));
    expect(completenessOf('C', known)).toEqual({ score: 75, missing: ['phone', 'birthday', 'address'] });
  });

  it('is not asked for what does not apply', () => {
    const grownUp = new Set<RecordPart>(['guardian']);
    const known = new Set([...ordinary].filter((part) => part !== 'guardian'));
    expect(completenessOf('C', known).missing).toEqual(['guardian']);
    expect(completenessOf('C', known, grownUp)).toEqual({ score: 100, missing: [] });
    expect(completenessOf('C', new Set(), ordinary).score).toBe(100);
  });

  it('never loses by learning, and has all points only when nothing is missing', () => {
    const parts = fc.subarray([...everything]);
    fc.assert(
      fc.property(parts, parts, fc.constantFrom(...grades), (some, more, grade) => {
        const before = completenessOf(grade, new Set(some));
        const after = completenessOf(grade, new Set([...some, ...more]));
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.score === 100).toBe(after.missing.length === 0);
      }),
    );
  });
});
