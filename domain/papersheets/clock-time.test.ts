import { describe, expect, it } from 'vitest';
import { readClockTime } from './clock-time.ts';

describe('a time copied from paper', () => {
  it.each<[string, string | null]>([
    ['9:05', '09:05'],
    ['09:05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['9.05', '09:05'],
    ['9点05', '09:05'],
    ['9点05分', '09:05'],
    ['９：０５', '09:05'],
    [' 9:05 ', '09:05'],
    ['9点', '09:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', null],
    ['9:60', null],
    ['9', null],
    ['上午', null],
    ['', null],
  ])('%j is %j', (text, is) => {
    expect(readClockTime(text)).toBe(is);
  });
});
