import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  endOfDay,
  instantAt,
  instantOf,
  millisecondsOf,
  wallTimeAt,
} from '#domain/base/time.ts';
import { publicDays } from '#server/platform/china-days.ts';
import { occurrences } from './plan.ts';
import type { PlannedFollowup } from './plan.ts';
import { sectionOf } from './section.ts';
import { standardProtocols } from './standard-protocols.ts';
import type { ClinicCalendar } from './working-days.ts';

const zone = 'Asia/Shanghai';
const monToFri: ClinicCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '18:00',
  keepsHolidays: true,
  openOn: [],
  closedOn: [],
};

/**
 * The days of every default of C2 and E2, worked out beside this program: when it happened, and from when, until when and
 * until when at the latest it is followed up. A day alone is its whole; a clinic works Monday to Friday and keeps the
 * holidays, those of 2026 being 1–3 January (made up on the 4th), 15–23 February (14 and 28 February), 1–5 May (9 May).
 * 10 March 2026 is a Tuesday, the 13th a Friday evening, 14 February the Saturday before Spring Festival, 31 October
 * 2025 a Friday, and 2024 has a leap day.
 */
const windows: { steps: string[]; rows: [at: string, opens: string, due: string, closes: string][] }[] = [
  {
    steps: ['first-visit/within-24h', 'treated-24h/within-24h'],
    rows: [
      ['2026-03-10T10:00', '2026-03-10T12:00', '2026-03-11T10:00', '2026-03-11T10:00'],
      ['2026-03-13T17:30', '2026-03-13T19:30', '2026-03-16', '2026-03-16'],
      ['2026-02-14T16:00', '2026-02-14T18:00', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-10-31T13:00', '2025-10-31', '2025-11-01T11:00'],
      ['2025-12-31T23:30', '2026-01-01T01:30', '2026-01-04', '2026-01-04'],
      ['2024-02-28T10:00', '2024-02-28T12:00', '2024-02-29T10:00', '2024-02-29T10:00'],
      ['2024-02-29T10:00', '2024-02-29T12:00', '2024-03-01T10:00', '2024-03-01T10:00'],
    ],
  },
  {
    steps: [
      'discharge/within-3-days',
      'surgery/within-3-days',
      'filling/within-3-days',
      'consultation-no-deal/within-3-days',
      'web-consultation-no-deal/within-3-days',
    ],
    rows: [
      ['2026-03-10T10:00', '2026-03-11', '2026-03-13', '2026-03-13'],
      ['2026-03-13T17:30', '2026-03-14', '2026-03-16', '2026-03-16'],
      ['2026-02-14T16:00', '2026-02-15', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-01', '2025-11-03', '2025-11-03'],
      ['2025-12-31T23:30', '2026-01-01', '2026-01-04', '2026-01-04'],
      ['2024-02-28T10:00', '2024-02-29', '2024-03-01', '2024-03-02'],
      ['2024-02-29T10:00', '2024-03-01', '2024-03-01', '2024-03-03'],
    ],
  },
  {
    steps: ['extraction/within-2-days'],
    rows: [
      ['2026-03-10T10:00', '2026-03-11', '2026-03-12', '2026-03-12'],
      ['2026-03-13T17:30', '2026-03-14', '2026-03-16', '2026-03-16'],
      ['2026-02-14T16:00', '2026-02-15', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-01', '2025-11-03', '2025-11-03'],
      ['2025-12-31T23:30', '2026-01-01', '2026-01-04', '2026-01-04'],
      ['2024-02-28T10:00', '2024-02-29', '2024-03-01', '2024-03-01'],
      ['2024-02-29T10:00', '2024-03-01', '2024-03-01', '2024-03-02'],
    ],
  },
  {
    steps: ['product-sold/next-day'],
    rows: [
      ['2026-03-10T10:00', '2026-03-11', '2026-03-11', '2026-03-11'],
      ['2026-03-13T17:30', '2026-03-14', '2026-03-16', '2026-03-16'],
      ['2026-02-14T16:00', '2026-02-15', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-01', '2025-11-03', '2025-11-03'],
      ['2025-12-31T23:30', '2026-01-01', '2026-01-04', '2026-01-04'],
      ['2024-02-28T10:00', '2024-02-29', '2024-02-29', '2024-02-29'],
      ['2024-02-29T10:00', '2024-03-01', '2024-03-01', '2024-03-01'],
    ],
  },
  {
    steps: ['surgery/within-1-week'],
    rows: [
      ['2026-03-10T10:00', '2026-03-14', '2026-03-17', '2026-03-17'],
      ['2026-03-13T17:30', '2026-03-17', '2026-03-20', '2026-03-20'],
      ['2026-02-14T16:00', '2026-02-18', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-04', '2025-11-07', '2025-11-07'],
      ['2025-12-31T23:30', '2026-01-04', '2026-01-07', '2026-01-07'],
      ['2024-02-28T10:00', '2024-03-03', '2024-03-06', '2024-03-06'],
      ['2024-02-29T10:00', '2024-03-04', '2024-03-07', '2024-03-07'],
    ],
  },
  {
    steps: ['course-finished/within-1-week'],
    rows: [
      ['2026-03-10T10:00', '2026-03-11', '2026-03-17', '2026-03-17'],
      ['2026-03-13T17:30', '2026-03-14', '2026-03-20', '2026-03-20'],
      ['2026-02-14T16:00', '2026-02-15', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-01', '2025-11-07', '2025-11-07'],
      ['2025-12-31T23:30', '2026-01-01', '2026-01-07', '2026-01-07'],
      ['2024-02-28T10:00', '2024-02-29', '2024-03-06', '2024-03-06'],
      ['2024-02-29T10:00', '2024-03-01', '2024-03-07', '2024-03-07'],
    ],
  },
  {
    steps: ['crown-fitted/within-1-week'],
    rows: [
      ['2026-03-10T10:00', '2026-03-13', '2026-03-17', '2026-03-17'],
      ['2026-03-13T17:30', '2026-03-16', '2026-03-20', '2026-03-20'],
      ['2026-02-14T16:00', '2026-02-17', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-03', '2025-11-07', '2025-11-07'],
      ['2025-12-31T23:30', '2026-01-03', '2026-01-07', '2026-01-07'],
      ['2024-02-28T10:00', '2024-03-02', '2024-03-06', '2024-03-06'],
      ['2024-02-29T10:00', '2024-03-03', '2024-03-07', '2024-03-07'],
    ],
  },
  {
    steps: ['stitches-out/day-7', 'injection/shaping', 'scab-off/day-7'],
    rows: [
      ['2026-03-10T10:00', '2026-03-15', '2026-03-17', '2026-03-17'],
      ['2026-03-13T17:30', '2026-03-18', '2026-03-20', '2026-03-20'],
      ['2026-02-14T16:00', '2026-02-19', '2026-02-24', '2026-02-24'],
      ['2025-10-31T11:00', '2025-11-05', '2025-11-07', '2025-11-07'],
      ['2025-12-31T23:30', '2026-01-05', '2026-01-07', '2026-01-07'],
      ['2024-02-28T10:00', '2024-03-04', '2024-03-06', '2024-03-06'],
      ['2024-02-29T10:00', '2024-03-05', '2024-03-07', '2024-03-07'],
    ],
  },
  {
    steps: ['surgery/at-1-month'],
    rows: [
      ['2026-03-10T10:00', '2026-04-03', '2026-04-10', '2026-04-10'],
      ['2026-03-13T17:30', '2026-04-06', '2026-04-13', '2026-04-13'],
      ['2026-02-14T16:00', '2026-03-07', '2026-03-13', '2026-03-14'],
      ['2025-10-31T11:00', '2025-11-23', '2025-11-28', '2025-11-30'],
      ['2025-12-31T23:30', '2026-01-24', '2026-01-30', '2026-01-31'],
      ['2024-02-28T10:00', '2024-03-21', '2024-03-28', '2024-03-28'],
      ['2024-02-29T10:00', '2024-03-22', '2024-03-29', '2024-03-29'],
    ],
  },
  {
    steps: ['injection/top-up'],
    rows: [
      ['2026-03-10T10:00', '2026-06-10', '2026-07-10', '2026-07-10'],
      ['2026-03-13T17:30', '2026-06-13', '2026-07-13', '2026-07-13'],
      ['2026-02-14T16:00', '2026-05-15', '2026-06-12', '2026-06-14'],
      ['2025-10-31T11:00', '2026-01-29', '2026-02-28', '2026-02-28'],
      ['2025-12-31T23:30', '2026-03-31', '2026-04-30', '2026-04-30'],
      ['2024-02-28T10:00', '2024-05-29', '2024-06-28', '2024-06-28'],
      ['2024-02-29T10:00', '2024-05-30', '2024-06-28', '2024-06-29'],
    ],
  },
  {
    steps: ['satisfaction-low/within-48h'],
    rows: [
      ['2026-03-10T10:00', '2026-03-10T10:00', '2026-03-12T10:00', '2026-03-12T10:00'],
      ['2026-03-13T17:30', '2026-03-13T17:30', '2026-03-13', '2026-03-15T17:30'],
      ['2026-02-14T16:00', '2026-02-14T16:00', '2026-02-14', '2026-02-16T16:00'],
      ['2025-10-31T11:00', '2025-10-31T11:00', '2025-10-31', '2025-11-02T11:00'],
      ['2025-12-31T23:30', '2025-12-31T23:30', '2026-01-04', '2026-01-04'],
      ['2024-02-28T10:00', '2024-02-28T10:00', '2024-03-01T10:00', '2024-03-01T10:00'],
      ['2024-02-29T10:00', '2024-02-29T10:00', '2024-03-01', '2024-03-02T10:00'],
    ],
  },
  {
    steps: ['appointment-cancelled/within-15-minutes'],
    rows: [
      ['2026-03-10T10:00', '2026-03-10T10:00', '2026-03-10T10:15', '2026-03-10T10:15'],
      ['2026-03-14T10:00', '2026-03-14T10:00', '2026-03-14T10:15', '2026-03-14T10:15'],
      ['2026-02-17T10:00', '2026-02-17T10:00', '2026-02-17T10:15', '2026-02-17T10:15'],
      ['2025-10-31T23:50', '2025-10-31T23:50', '2025-11-01T00:05', '2025-11-01T00:05'],
      ['2024-02-29T10:00', '2024-02-29T10:00', '2024-02-29T10:15', '2024-02-29T10:15'],
    ],
  },
  {
    steps: ['appointment-missed/within-2-hours'],
    rows: [
      ['2026-03-10T10:00', '2026-03-10T10:00', '2026-03-10T12:00', '2026-03-10T12:00'],
      // Still somebody there at the last minute, and nobody any more at six: then it is the next day's.
      ['2026-03-10T17:59', '2026-03-10T17:59', '2026-03-10T19:59', '2026-03-10T19:59'],
      ['2026-03-10T18:00', '2026-03-10T18:00', '2026-03-11', '2026-03-11'],
      // Before anybody is there, up to the moment the door opens.
      ['2026-03-11T06:59', '2026-03-11T06:59', '2026-03-12', '2026-03-12'],
      ['2026-03-11T07:00', '2026-03-11T07:00', '2026-03-11T09:00', '2026-03-11T09:00'],
      ['2026-03-13T18:00', '2026-03-13T18:00', '2026-03-16', '2026-03-16'],
      ['2026-02-14T16:00', '2026-02-14T16:00', '2026-02-14T18:00', '2026-02-14T18:00'],
      ['2026-02-17T10:00', '2026-02-17T10:00', '2026-02-24', '2026-02-24'],
      ['2024-02-29T10:00', '2024-02-29T10:00', '2024-02-29T12:00', '2024-02-29T12:00'],
    ],
  },
  {
    steps: ['birthday/on-the-day'],
    rows: [
      ['2026-03-10T00:00', '2026-03-10', '2026-03-10', '2026-03-10'],
      ['2026-03-14T00:00', '2026-03-14', '2026-03-14', '2026-03-14'],
      ['2026-02-17T00:00', '2026-02-17', '2026-02-17', '2026-02-17'],
      ['2025-12-31T00:00', '2025-12-31', '2025-12-31', '2025-12-31'],
      ['2024-02-29T00:00', '2024-02-29', '2024-02-29', '2024-02-29'],
    ],
  },
  {
    steps: ['reminder/on-the-day'],
    rows: [
      ['2026-03-10T10:00', '2026-03-10T10:00', '2026-03-10', '2026-03-10'],
      ['2026-03-14T17:30', '2026-03-14T17:30', '2026-03-14', '2026-03-14'],
      ['2026-02-17T10:00', '2026-02-17T10:00', '2026-02-17', '2026-02-17'],
      ['2025-10-31T11:00', '2025-10-31T11:00', '2025-10-31', '2025-10-31'],
      ['2024-02-29T10:00', '2024-02-29T10:00', '2024-02-29', '2024-02-29'],
    ],
  },
  {
    steps: ['month-satisfaction/before-the-10th'],
    rows: [
      ['2026-01-31T23:59', '2026-02-01', '2026-02-09', '2026-02-09'],
      ['2026-02-28T23:59', '2026-03-01', '2026-03-09', '2026-03-09'],
      ['2026-04-30T23:59', '2026-05-01', '2026-05-09', '2026-05-09'],
      ['2026-07-31T23:59', '2026-08-01', '2026-08-07', '2026-08-09'],
      ['2025-09-30T23:59', '2025-10-01', '2025-10-09', '2025-10-09'],
      ['2025-12-31T23:59', '2026-01-01', '2026-01-09', '2026-01-09'],
      ['2024-02-29T23:59', '2024-03-01', '2024-03-08', '2024-03-09'],
    ],
  },
];

/** And of those that come again, each year's days on which they are due. */
const repeated = [
  { step: 'deposit-untreated/weekly', at: '2026-03-10T10:00', due: '2026: 03-17 03-24 03-31 04-07' },
  { step: 'deposit-untreated/weekly', at: '2026-02-14T16:00', due: '2026: 02-24 02-28 03-06 03-13' },
  { step: 'deposit-untreated/weekly', at: '2025-10-31T11:00', due: '2025: 11-07 11-14 11-21 11-28' },
  { step: 'deposit-untreated/weekly', at: '2024-02-29T10:00', due: '2024: 03-07 03-14 03-21 03-28' },
  {
    step: 'deposit-untreated/monthly',
    at: '2025-10-31T11:00',
    due: '2025: 12-31, 2026: 01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30',
  },
  {
    step: 'deposit-untreated/monthly',
    at: '2025-12-31T23:30',
    due: '2026: 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
  },
  {
    step: 'deposit-untreated/monthly',
    at: '2024-02-29T10:00',
    due: '2024: 04-29 05-29 06-28 07-29 08-29 09-29 10-29 11-29 12-27, 2025: 01-27 02-28',
  },
  {
    step: 'orthodontics-survey/every-3-months',
    at: '2025-10-31T11:00',
    due: '2026: 01-30 04-30 07-31 10-30, 2027: 01-29 04-30 07-30 10-29, 2028: 01-31 04-28 07-31 10-31, 2029: 01-31 04-30 07-31 10-31',
  },
  {
    step: 'orthodontics-survey/every-3-months',
    at: '2024-02-29T10:00',
    due: '2024: 05-29 08-29 11-29, 2025: 02-28 05-29 08-29 11-28, 2026: 02-28 05-29 08-28 11-27, 2027: 02-26 05-28 08-27 11-29, 2028: 02-29',
  },
];

function plannedOf(name: string, at: string): PlannedFollowup[] {
  const [code, key] = name.split('/');
  const { steps } = standardProtocols.find((protocol) => protocol.code === code)!;
  const step = steps.find((each) => each.key === key)!;
  const workingDays = { calendar: monToFri, publicDays: publicDays() };
  return occurrences(steps, step, instantAt(at, zone), { zone, workingDays });
}

const begins = (text: string) => instantAt(text.length === 10 ? `${text}T00:00` : text, zone);
const ends = (text: string) => (text.length === 10 ? endOfDay(text, zone) : instantAt(text, zone));
const beside = (instant: string, ms: number) => instantOf(millisecondsOf(instant) + ms);

describe.each(
  windows.flatMap(({ steps, rows }) =>
    steps.flatMap((step) => rows.map(([at, opens, due, closes]) => ({ step, at, opens, due, closes }))),
  ),
)('$step after $at', ({ step, at, opens, due, closes }) => {
  it(`runs from ${opens} until ${due}, ${closes} at the latest`, () => {
    const [planned, ...more] = plannedOf(step, at);
    expect(more).toEqual([]);
    expect(planned).toMatchObject({ opensAt: begins(opens), dueAt: ends(due), closesAt: ends(closes) });
  });

  it('is not there before it begins, stands in the list at its first and last moment, and is late after it', () => {
    const [planned] = plannedOf(step, at);
    const sectionAt = (now: string) => sectionOf({ ...planned!, nextTryAt: null }, now, zone);
    expect(sectionAt(beside(begins(opens), -1))).toBe('later_today');
    expect(['due_now', 'later_today']).toContain(sectionAt(begins(opens)));
    expect(sectionAt(ends(closes))).toBe('due_now');
    expect(sectionAt(beside(ends(closes), 1))).toBe('overdue');
  });
});

describe('what comes again', () => {
  it.each(repeated)('$step after $at is due on its days', ({ step, at, due }) => {
    const days = due
      .split(', ')
      .map((year) => year.split(': '))
      .flatMap(([year, ofYear]) => ofYear!.split(' ').map((day) => `${year}-${day}`));
    const planned = plannedOf(step, at);
    expect(planned.map(({ dueAt }) => wallTimeAt(dueAt, zone))).toEqual(days.map((day) => `${day}T23:59`));
  });
});

describe('the tables above', () => {
  it('leave no default out', () => {
    const told = new Set([...windows.flatMap(({ steps }) => steps), ...repeated.map(({ step }) => step)]);
    const shipped = standardProtocols.flatMap(({ code, steps }) => steps.map(({ key }) => `${code}/${key}`));
    expect([...told].sort()).toEqual(shipped.sort());
  });

  it('hold on every day China had summer time: a birthday is its whole day, whatever its hours', () => {
    for (let day = '1986-01-01'; day < '1992-01-01'; day = addDays(day, 1)) {
      const [planned] = plannedOf('birthday/on-the-day', `${day}T00:00`);
      expect([wallTimeAt(planned!.opensAt, zone), dayAt(planned!.closesAt, zone)]).toEqual([
        `${day}T00:00`,
        day,
      ]);
    }
  });
});
