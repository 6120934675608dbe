import { describe, expect, it } from 'vitest';
import { blockDays, mostBlocks } from './block-days.ts';

describe('the days time is kept free', () => {
  it.each([
    { name: 'is one day alone', until: null, weekdays: [1], days: ['2026-03-12'] },
    {
      name: 'is the day itself when it is the last',
      until: '2026-03-12',
      weekdays: [],
      days: ['2026-03-12'],
    },
    { name: 'is each day up to the last', until: '2026-03-14', weekdays: [], days: ['12', '13', '14'] },
    { name: 'is the weekdays named', until: '2026-03-20', weekdays: [4, 5], days: ['12', '13', '19', '20'] },
    { name: 'is none where no weekday falls in it', until: '2026-03-13', weekdays: [7], days: [] },
  ])('$name', ({ until, weekdays, days }) => {
    expect(blockDays({ day: '2026-03-12', until, weekdays })).toEqual(
      days.map((day) => (day.length === 2 ? `2026-03-${day}` : day)),
    );
  });

  it('stop where nobody can have meant it', () => {
    expect(blockDays({ day: '2026-03-12', until: '2126-03-12', weekdays: [] })).toHaveLength(mostBlocks + 1);
  });
});
