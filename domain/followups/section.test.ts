import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, instantAt, instantOf, millisecondsOf } from '#domain/base/time.ts';
import { sections } from './contract.ts';
import { sectionOf } from './section.ts';

const zones = ['Asia/Shanghai', 'America/Sao_Paulo'];

describe("where a customer stands in today's list", () => {
  it.each([
    {
      name: 'due now when the window ends today',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T18:00',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'due now until the last minute',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T09:00',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'due now when the window ends with the day',
      opens: '2016-06-01T00:00',
      closes: '2016-06-09T23:59',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'overdue from the minute after the window',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T08:59',
      tryAt: null,
      section: 'overdue',
    },
    {
      name: 'later when the window ends tomorrow',
      opens: '2016-06-08T20:00',
      closes: '2016-06-10T00:00',
      tryAt: null,
      section: 'later_today',
    },
    {
      name: 'later when the window opens this afternoon',
      opens: '2016-06-09T15:00',
      closes: '2016-06-10T13:00',
      tryAt: null,
      section: 'later_today',
    },
    {
      name: 'later when it opens this afternoon and ends this evening',
      opens: '2016-06-09T15:00',
      closes: '2016-06-09T20:00',
      tryAt: null,
      section: 'later_today',
    },
    {
      name: 'open from its very first minute',
      opens: '2016-06-09T09:00',
      closes: '2016-06-09T20:00',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'waiting while the next try is ahead',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T18:00',
      tryAt: '2016-06-09T09:01',
      section: 'waiting',
    },
    {
      name: 'waiting also past its window: who asked for five is not called at four',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T08:00',
      tryAt: '2016-06-09T17:00',
      section: 'waiting',
    },
    {
      name: 'back when the next try has come',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T18:00',
      tryAt: '2016-06-09T09:00',
      section: 'due_now',
    },
    {
      name: 'overdue when the next try has come and the window is past',
      opens: '2016-06-08T20:00',
      closes: '2016-06-09T08:00',
      tryAt: '2016-06-09T08:30',
      section: 'overdue',
    },
    {
      name: 'due now when its levelled day is today, though the window is open for days',
      opens: '2016-06-08T20:00',
      due: '2016-06-09T23:59',
      closes: '2016-06-12T18:00',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'due now when its levelled day went by, though the window is open for days',
      opens: '2016-06-06T20:00',
      due: '2016-06-08T23:59',
      closes: '2016-06-12T18:00',
      tryAt: null,
      section: 'due_now',
    },
    {
      name: 'later when its levelled day is tomorrow',
      opens: '2016-06-08T20:00',
      due: '2016-06-10T00:00',
      closes: '2016-06-12T18:00',
      tryAt: null,
      section: 'later_today',
    },
  ])('$name', ({ opens, due, closes, tryAt, section }) => {
    for (const zone of zones) {
      const row = {
        opensAt: instantAt(opens, zone),
        closesAt: instantAt(closes, zone),
        dueAt: instantAt(due ?? closes, zone),
        nextTryAt: tryAt === null ? null : instantAt(tryAt, zone),
      };
      expect(sectionOf(row, instantAt('2016-06-09T09:00', zone), zone)).toBe(section);
    }
  });

  it('is due now when the window ends with the very last moment of the day, as whole days do', () => {
    for (const zone of zones) {
      const now = instantAt('2016-06-09T09:00', zone);
      const closesAt = endOfDay('2016-06-09', zone);
      const row = { opensAt: now, closesAt, dueAt: closesAt, nextTryAt: null };
      expect(sectionOf(row, now, zone)).toBe('due_now');
    }
  });

  it('is decided by the day of the clinic', () => {
    const row = {
      opensAt: '2016-06-08T00:00:00.000Z',
      closesAt: '2016-06-09T17:00:00.000Z',
      dueAt: '2016-06-09T17:00:00.000Z',
      nextTryAt: null,
    };
    const now = '2016-06-09T12:00:00.000Z';
    expect(sectionOf(row, now, 'America/Sao_Paulo')).toBe('due_now');
    expect(sectionOf(row, now, 'Asia/Shanghai')).toBe('later_today');
  });

  it('is one of the four at any time, and overdue in the end', () => {
    const moments = fc
      .integer({
        min: millisecondsOf('2016-01-01T00:00:00.000Z'),
        max: millisecondsOf('2017-01-01T00:00:00.000Z'),
      })
      .map(instantOf);
    fc.assert(
      fc.property(
        moments,
        moments,
        moments,
        fc.option(moments),
        moments,
        (one, other, third, nextTryAt, now) => {
          const [opensAt, dueAt, closesAt] = [one, other, third].sort() as [string, string, string];
          const row = { opensAt, dueAt, closesAt, nextTryAt };
          expect(sections).toContain(sectionOf(row, now, 'Asia/Shanghai'));
          expect(sectionOf(row, '2017-01-02T00:00:00.000Z', 'Asia/Shanghai')).toBe('overdue');
        },
      ),
    );
  });
});
