import { describe, expect, it } from 'vitest';
import { byKind, newWarnings } from './warning.ts';

const penicillin = { kind: 'allergy', words: '青霉素 Penicillin' } as const;

describe('a warning told again', () => {
  it.each([
    { name: 'is new where nobody was warned', standing: [], isNew: true },
    { name: 'is known in the same words', standing: [penicillin], isNew: false },
    {
      name: 'is known in other spacing and case',
      standing: [{ kind: 'allergy', words: '青霉素penicillin ' }],
      isNew: false,
    },
    {
      name: 'is new as something else',
      standing: [{ kind: 'medicine', words: penicillin.words }],
      isNew: true,
    },
  ] as const)('$name', ({ standing, isNew }) => {
    expect(newWarnings([penicillin], standing)).toEqual(isNew ? [penicillin] : []);
  });

  it('counts once where it is told twice at a time', () => {
    expect(newWarnings([penicillin, penicillin], [])).toEqual([penicillin]);
  });
});

it('stands in a line for each kind, the most dangerous first, as it was told', () => {
  const newestFirst = [
    { kind: 'medicine', words: '阿司匹林' },
    { kind: 'allergy', words: '芒果' },
    penicillin,
  ] as const;
  expect(byKind(newestFirst)).toEqual([
    { kind: 'allergy', words: [penicillin.words, '芒果'] },
    { kind: 'medicine', words: ['阿司匹林'] },
  ]);
});
