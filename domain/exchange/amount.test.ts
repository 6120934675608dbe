import { expect, it } from 'vitest';
import { readFen } from './amount.ts';

it.each([
  ['32', 3_200],
  ['32.5', 3_250],
  ['32.05', 3_205],
  ['32.0500', 3_205],
  ['0.01', 1],
  ['0', 0],
  ['1,234.50', 123_450],
  ['¥1，234.50', 123_450],
  ['￥ １２３４元', 123_400],
  ['-12.00', -1_200],
  ['1.005', null],
  ['1,23', null],
  ['1e3', null],
  ['一百', null],
  ['', null],
  ['12 月', null],
  ['9999999999', null],
])('reads %s as %s fen', (text, fen) => {
  expect(readFen(text)).toBe(fen);
});
