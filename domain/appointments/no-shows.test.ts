import { describe, expect, it } from 'vitest';
import { compareAtEqualLead, fewest } from './no-shows.ts';
import type { LeadRow } from './no-shows.ts';

const row = (leadDays: number | null, wasReminded: boolean, total: number, missed: number): LeadRow => ({
  ...{ leadDays, wasReminded, total, missed },
});

describe('reminded against not reminded', () => {
  it('is told by how long ago it was booked, in days that have a bucket each', () => {
    const rows = [-1, 0, 1, 2, 3, 6, 7, 13, 14, 29, 30, 400].map((days) => row(days, true, 1, 0));
    const { buckets } = compareAtEqualLead(rows);
    expect(buckets.map(({ from, to, reminded }) => [from, to, reminded.total])).toEqual([
      [0, 0, 2],
      [1, 2, 2],
      [3, 6, 2],
      [7, 13, 2],
      [14, 29, 2],
      [30, null, 2],
    ]);
  });

  // Nobody is reminded of what was booked this morning: cut raw, reminding seems to do harm.
  it('is compared where both kinds are, not over all that was booked the same day', () => {
    const { equalLead, raw } = compareAtEqualLead([
      row(0, false, 1000, 50),
      row(5, false, 100, 40),
      row(5, true, 100, 30),
      row(9, true, 10, 2),
    ]);
    expect(equalLead).toEqual({
      fromDays: 5,
      reminded: { total: 110, missed: 32 },
      notReminded: { total: 100, missed: 40 },
    });
    expect(raw).toEqual({ reminded: { total: 110, missed: 32 }, notReminded: { total: 1100, missed: 90 } });
  });

  it.each([
    { name: 'one too few of a kind', reminded: fewest - 1, from: undefined },
    { name: 'just enough of each', reminded: fewest, from: 4 },
  ])('needs enough of both at a lead: $name', ({ reminded, from }) => {
    const rows = [row(4, true, reminded, 1), row(4, false, fewest, 1)];
    expect(compareAtEqualLead(rows).equalLead?.fromDays).toBe(from);
  });

  it('counts what was booked nobody knows when in the raw cut only', () => {
    const { buckets, raw } = compareAtEqualLead([row(null, true, 5, 1)]);
    expect(buckets.every(({ reminded }) => reminded.total === 0)).toBe(true);
    expect(raw.reminded).toEqual({ total: 5, missed: 1 });
  });
});
