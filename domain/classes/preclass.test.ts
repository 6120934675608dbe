import { describe, expect, it } from 'vitest';
import {
  ClassRules,
  ClassTable,
  fitsStage,
  stageFor,
  standardClassRules,
  standardClassTable,
} from './preclass.ts';

const one = { name: { zh: '甲', en: 'One' }, criteria: { zh: '', en: '' } };

describe('the table of classes', () => {
  it('ships complete', () => {
    expect(ClassTable.parse(standardClassTable)).toEqual(standardClassTable);
  });

  it.each([
    {
      name: 'a code of another kind',
      table: [
        { ...one, code: 'X-A' },
        { ...one, code: 'C-A' },
      ],
    },
    {
      name: 'a code twice',
      table: [
        { ...one, code: 'M-A' },
        { ...one, code: 'M-A' },
        { ...one, code: 'C-A' },
      ],
    },
    {
      name: 'nothing for those who have come',
      table: [
        { ...one, code: 'M-A' },
        { ...one, code: 'M-B' },
      ],
    },
    {
      name: 'a class without a name',
      table: [
        { ...one, code: 'M-A', name: { zh: ' ', en: 'One' } },
        { ...one, code: 'C-A' },
      ],
    },
  ])('cannot have $name', ({ table }) => {
    expect(ClassTable.safeParse(table).success).toBe(false);
  });
});

it.each([
  { code: 'M-A', hasVisited: false, says: { allowed: true } },
  { code: 'M-A', hasVisited: true, says: { allowed: false, reason: 'class-of-other-stage' } },
  { code: 'C-A', hasVisited: true, says: { allowed: true } },
  { code: 'C-A', hasVisited: false, says: { allowed: false, reason: 'class-of-other-stage' } },
  { code: 'C-Z', hasVisited: true, says: { allowed: false, reason: 'class-unknown' } },
])('$code for somebody who has come ($hasVisited): $says', ({ code, hasVisited, says }) => {
  expect(fitsStage(code, stageFor(hasVisited), standardClassTable)).toEqual(says);
});

describe('the figures', () => {
  it.each([
    { sampleSize: 0, accuracyPercent: 95, is: false },
    { sampleSize: 1, accuracyPercent: 95, is: true },
    { sampleSize: 200, accuracyPercent: 95, is: true },
    { sampleSize: 201, accuracyPercent: 95, is: false },
    { sampleSize: 20, accuracyPercent: 49, is: false },
    { sampleSize: 20, accuracyPercent: 50, is: true },
    { sampleSize: 20, accuracyPercent: 100, is: true },
    { sampleSize: 20, accuracyPercent: 101, is: false },
  ])('may be $sampleSize and $accuracyPercent %: $is', ({ is, ...figures }) => {
    expect(ClassRules.safeParse(figures).success).toBe(is);
  });

  it('ship as twenty a person and week, and 95 %', () => {
    expect(standardClassRules).toMatchObject({ sampleSize: 20, accuracyPercent: 95 });
  });
});
