import { expect, it } from 'vitest';
import { frozenFor, frozenThings } from './freeze.ts';

it.each([
  { grade: 'D', hasOpenCase: false, frozen: frozenThings },
  { grade: 'D', hasOpenCase: true, frozen: frozenThings },
  { grade: 'A', hasOpenCase: true, frozen: frozenThings },
  { grade: 'A', hasOpenCase: false, frozen: [] },
  { grade: 'C', hasOpenCase: false, frozen: [] },
] as const)('$grade, with an open case: $hasOpenCase: $frozen', ({ grade, hasOpenCase, frozen }) => {
  expect(frozenFor({ grade, hasOpenCase })).toEqual(frozen);
});
