import { describe, expect, it } from 'vitest';
import { ClassTable, fitsStage, standardClassTable } from './preclass.ts';

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
  { code: 'M-A', hasVisited: false, fits: true },
  { code: 'M-A', hasVisited: true, fits: false },
  { code: 'C-A', hasVisited: true, fits: true },
  { code: 'C-A', hasVisited: false, fits: false },
  { code: 'C-Z', hasVisited: true, fits: false },
])('$code fits somebody who has come ($hasVisited): $fits', ({ code, hasVisited, fits }) => {
  expect(fitsStage(code, hasVisited, standardClassTable)).toBe(fits);
});
