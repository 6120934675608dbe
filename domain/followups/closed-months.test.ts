import { expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import { monthsToAnnounce } from './closed-months.ts';

const zone = 'Asia/Shanghai';

it.each([
  { name: 'a new clinic: the last month', last: null, now: '2026-03-01T00:00', months: ['2026-02'] },
  { name: 'in its last minute a month is not over', last: '2026-01', now: '2026-02-28T23:59', months: [] },
  { name: 'from midnight on it is', last: '2026-01', now: '2026-03-01T00:00', months: ['2026-02'] },
  { name: 'what was announced is not announced again', last: '2026-02', now: '2026-03-31T23:59', months: [] },
  {
    name: 'a month and a half later: both',
    last: '2026-01',
    now: '2026-04-15T09:00',
    months: ['2026-02', '2026-03'],
  },
  {
    name: 'over the end of the year: all of them',
    last: '2025-10',
    now: '2026-02-01T00:00',
    months: ['2025-11', '2025-12', '2026-01'],
  },
  {
    name: 'a clock that was ahead announces nothing twice',
    last: '2026-05',
    now: '2026-03-10T09:00',
    months: [],
  },
])('$name', ({ last, now, months }) => {
  expect(monthsToAnnounce(last, instantAt(now, zone), zone)).toEqual(months);
});
