import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { escapeText, foldLine, writeCalendar } from './icalendar.ts';
import type { CalendarEvent } from './icalendar.ts';

const event: CalendarEvent = {
  ...{ id: 'a', startsAt: '2026-03-13T01:00:00.000Z', endsAt: '2026-03-13T01:30:00.000Z' },
  ...{ summary: '张女士', location: null, state: 'confirmed', sequence: 2 },
  stampedAt: '2026-03-12T01:00:00.000Z',
};

/** Reads a calendar as RFC 5545 says, strictly: what is not so throws. */
function readCalendar(text: string): Record<string, string>[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  const events: Record<string, string>[] = [];
  let current: Record<string, string> | null = null;
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line)!;
    if (line === 'BEGIN:VEVENT') current = {};
    else if (line === 'END:VEVENT') {
      events.push(current!);
      current = null;
    } else if (current) {
      expect(Object.keys(current)).not.toContain(name);
      current[name!] = value!.replace(/\\(.)/g, (_, sign: string) => (/[nN]/.test(sign) ? '\n' : sign));
    }
  }
  return events;
}

describe('a calendar', () => {
  it('is read back as it was meant', () => {
    const [read] = readCalendar(writeCalendar('王医生', [event]));
    expect(read).toEqual({
      ...{ UID: 'a@carecurve', DTSTAMP: '20260312T010000Z', SEQUENCE: '2', STATUS: 'CONFIRMED' },
      ...{ DTSTART: '20260313T010000Z', DTEND: '20260313T013000Z', SUMMARY: '张女士', CLASS: 'PRIVATE' },
    });
  });

  it('says the same of the same, so that a calendar need not read it again', () => {
    expect(writeCalendar('王医生', [event])).toBe(writeCalendar('王医生', [event]));
  });

  it.each([
    { name: 'signs that mean something else', text: 'a;b,c\\d:e"f' },
    { name: 'several lines', text: '一\n二\r\n三' },
    { name: 'what looks like a property', text: 'x\nEND:VEVENT\nBEGIN:VEVENT' },
    { name: 'a long name', text: '医'.repeat(200) },
    { name: 'signs of four octets', text: '🦷'.repeat(60) },
    { name: 'a backslash before an n', text: 'a\\nb' },
    { name: 'nothing', text: '' },
  ])('keeps $name', ({ text }) => {
    const [read, after] = readCalendar(writeCalendar(text, [{ ...event, summary: text, location: text }]));
    expect(read).toMatchObject({
      SUMMARY: text.replaceAll('\r\n', '\n'),
      LOCATION: text.replaceAll('\r\n', '\n'),
    });
    expect(after).toBeUndefined();
  });

  it('drops what cannot stand in one', () => {
    expect(escapeText('a\u0000b\u0007c')).toBe('abc');
  });
});

describe('a folded line', () => {
  it.each([
    { name: 'stays whole at 75 octets', line: 'x'.repeat(75), lengths: [75] },
    { name: 'goes on at 76, with a space that counts', line: 'x'.repeat(76), lengths: [75, 2] },
    { name: 'fills the next with 74 more', line: 'x'.repeat(149), lengths: [75, 75] },
    { name: 'never cuts a character in two', line: `x${'医'.repeat(25)}`, lengths: [73, 4] },
  ])('$name', ({ line, lengths }) => {
    expect(
      foldLine(line)
        .split('\r\n')
        .map((part) => Buffer.byteLength(part)),
    ).toEqual(lengths);
  });
});
