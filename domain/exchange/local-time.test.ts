import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, instantAt } from '#domain/base/time.ts';
import { instantOfCell } from './local-time.ts';

const zones = [
  'Asia/Shanghai',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
];

it('is the moment that the whole calendar gives, in every zone and on every day', () => {
  const hours = fc.tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 59 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 20_000 }), hours, (zone, days, time) => {
      const clock = time.map((part) => String(part).padStart(2, '0')).join(':');
      const wall = `${addDays('1980-01-01', days)}T${clock}`;
      expect(instantOfCell(wall, zone)).toBe(instantAt(wall, zone));
    }),
    { numRuns: 500 },
  );
});

it.each([
  { name: 'the hour that summer time takes away', wall: '2016-10-16T00:30:00', zone: 'America/Sao_Paulo' },
  { name: 'the hour that comes twice', wall: '2016-10-30T02:30:00', zone: 'Europe/Berlin' },
  { name: 'half an hour of summer time', wall: '2016-10-02T02:15:00', zone: 'Australia/Lord_Howe' },
  { name: 'summer time in China', wall: '1988-04-17T02:30:00', zone: 'Asia/Shanghai' },
])('knows the days on which clocks are changed: $name', ({ wall, zone }) => {
  expect(instantOfCell(wall, zone)).toBe(instantAt(wall, zone));
});
