import { describe, expect, it } from 'vitest';
import { mayOpen, visitKindOn } from './visit.ts';

describe('a visit', () => {
  it.each([
    { name: 'is the first of somebody never seen', day: '2016-06-08', earliest: null, kind: 'first' },
    {
      name: 'is still the first when it is the second of that day',
      day: '2016-06-08',
      earliest: '2016-06-08',
      kind: 'first',
    },
    { name: 'is a return from the next day on', day: '2016-06-09', earliest: '2016-06-08', kind: 'return' },
    { name: 'is a return years later', day: '2016-06-09', earliest: '2003-01-31', kind: 'return' },
    { name: 'is a return over the end of a year', day: '2016-01-01', earliest: '2015-12-31', kind: 'return' },
    {
      name: 'is the first when only later ones are known',
      day: '2016-06-08',
      earliest: '2016-06-10',
      kind: 'first',
    },
  ])('$name', ({ day, earliest, kind }) => {
    expect(visitKindOn(day, earliest)).toBe(kind);
  });
});

describe('opening a visit', () => {
  it.each([
    { name: 'the first, with a source', kind: 'first', source: '朋友介绍', may: true },
    { name: 'the first, without', kind: 'first', source: null, may: false },
    { name: 'the first, with an empty one', kind: 'first', source: '', may: false },
    { name: 'a return, without', kind: 'return', source: null, may: true },
  ] as const)('$name: $may', ({ kind, source, may }) => {
    expect(mayOpen(kind, source)).toBe(may);
  });
});
