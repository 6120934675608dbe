import { dateToSerial } from 'hucre';
import { describe, expect, it } from 'vitest';
import { dateKindOf, isoOfSerial } from './excel-date.ts';

describe('a number format', () => {
  it.each([
    { id: 0, kind: null },
    { id: 13, kind: null },
    { id: 14, kind: 'date' },
    { id: 20, kind: 'time' },
    { id: 22, kind: 'date' },
    { id: 23, kind: null },
    { id: 31, kind: 'date' },
    { id: 46, kind: null },
    { id: 49, kind: null },
    { id: 57, kind: 'date' },
  ])('Excel knows as $id shows a $kind', ({ id, kind }) => expect(dateKindOf(id)).toBe(kind));

  it.each([
    { code: 'yyyy-mm-dd', kind: 'date' },
    { code: 'yyyy"年"m"月"d"日";@', kind: 'date' },
    { code: '[$-804]aaaa, d mmm', kind: 'date' },
    { code: 'm/d', kind: 'date' },
    { code: 'mmm', kind: 'date' },
    { code: 'h:mm:ss', kind: 'time' },
    { code: '上午/下午h"时"mm"分"', kind: 'time' },
    { code: 'h:mm AM/PM', kind: 'time' },
    { code: '[h]:mm', kind: null },
    { code: 'General', kind: null },
    { code: '@', kind: null },
    { code: '#,##0.00', kind: null },
    { code: '0.00E+00', kind: null },
    { code: '"days" 0', kind: null },
    { code: '0 \\d', kind: null },
    { code: '[Red]0.00;[Blue]-0.00', kind: null },
  ])('$code shows a $kind', ({ code, kind }) => expect(dateKindOf(164, code)).toBe(kind));
});

describe('a day number', () => {
  it.each([
    { serial: 1, iso: '1900-01-01' },
    { serial: 59, iso: '1900-02-28' },
    { serial: 60, iso: null },
    { serial: 61, iso: '1900-03-01' },
    { serial: 45321, iso: '2024-01-30' },
    { serial: 45321.25, iso: '2024-01-30T06:00:00' },
    { serial: 45321.9999999, iso: '2024-01-31' },
    { serial: 0.75, iso: '18:00:00' },
    { serial: 2958465, iso: '9999-12-31' },
    { serial: 2958466, iso: null },
    { serial: -1, iso: null },
  ])('$serial is $iso', ({ serial, iso }) => expect(isoOfSerial(serial, 'date', false)).toBe(iso));

  it('of the 1904 system is 1,462 days later', () => {
    expect(isoOfSerial(43859, 'date', true)).toBe(isoOfSerial(43859 + 1462, 'date', false));
  });

  it('is the day another program wrote, for every day of two centuries', () => {
    for (let day = Date.UTC(1900, 2, 1); day < Date.UTC(2100, 0, 1); day += 86_400_000) {
      const date = new Date(day);
      expect(isoOfSerial(dateToSerial(date), 'date', false)).toBe(date.toISOString().slice(0, 10));
    }
  });
});
