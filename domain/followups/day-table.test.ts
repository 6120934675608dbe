import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, instantAt, startOfDay } from '#domain/base/time.ts';
import { dayTable } from './day-table.ts';

const nobodyKnows = { lastYear: 2026, holidays: new Set<string>(), makeUpDays: new Set<string>() };
const calendar = {
  weekdays: [1, 3],
  opens: '09:00',
  closes: '18:30',
  keepsHolidays: true,
  openOn: [],
  closedOn: [],
};

describe('a table of days', () => {
  it.each(['Asia/Shanghai', 'America/Sao_Paulo', 'America/Havana'])(
    'has each day of %s as it begins and ends there, summer time or not',
    (zone) => {
      for (const first of ['1986-04-20', '2018-09-01']) {
        const { starts, ends, working } = dayTable(first, addDays(first, 220), zone, {
          calendar,
          publicDays: nobodyKnows,
        });
        const days = starts.map((_, place) => addDays(first, place));
        expect(days).toHaveLength(221);
        expect(starts).toEqual(days.map((day) => startOfDay(day, zone)));
        expect(ends).toEqual(days.map((day) => endOfDay(day, zone)));
        expect(working!.opens).toEqual(days.map((day) => instantAt(`${day}T09:00`, zone)));
        expect(working!.closes).toEqual(days.map((day) => instantAt(`${day}T18:30`, zone)));
      }
    },
  );

  it('names the working day up to each day and the next one after it', () => {
    // From a Tuesday on: open on Wednesday the 3rd and, made up for, on Saturday the 6th; closed on Monday the 8th.
    const publicDays = {
      ...nobodyKnows,
      makeUpDays: new Set(['2026-06-06']),
      holidays: new Set(['2026-06-08']),
    };
    const { working } = dayTable('2026-06-02', '2026-06-10', 'Asia/Shanghai', { calendar, publicDays });
    expect(working!.upTo).toEqual([0, 2, 2, 2, 5, 5, 5, 5, 9]);
    expect(working!.after).toEqual([2, 5, 5, 5, 9, 9, 9, 9, 0]);
  });

  it('looks no farther ahead than a window is put off', () => {
    const closed = {
      ...calendar,
      weekdays: [7],
      closedOn: Array.from({ length: 62 }, (_, n) => addDays('2026-06-01', n)),
    };
    const { working } = dayTable('2026-06-01', '2026-08-31', 'UTC', {
      calendar: closed,
      publicDays: nobodyKnows,
    });
    // The first Sunday after the 62 days is 2 August, the 63rd day: 60 days after the 3rd, and too far from the 2nd.
    expect(working!.after.slice(0, 4)).toEqual([0, 0, 63, 63]);
  });

  it('knows no working days where a clinic works every day', () => {
    expect(dayTable('2026-06-01', '2026-06-02', 'UTC').working).toBeNull();
  });
});
