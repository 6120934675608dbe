import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import { stillAhead } from './still-ahead.ts';

const endOfToday = '2026-03-09T15:59:59.999Z';
const planned = (facts: TimelineEntry['facts'] = {}): TimelineEntry => ({
  id: 'followup-planned-1',
  kind: 'followup-planned',
  at: '2026-03-08T10:00:00.000Z',
  byName: null,
  facts: { dueAt: '2026-03-15T15:59:59.999Z', stepZh: '1周', ...facts },
});
const attempt = (facts: TimelineEntry['facts']): TimelineEntry => ({
  id: 'attempt-1',
  kind: 'attempt',
  at: '2026-03-09T03:00:00.000Z',
  byName: '李娜',
  facts: { stepZh: '1周', undone: false, ...facts },
});
const ended: TimelineEntry = { ...planned(), id: 'followup-ended-1', kind: 'followup-ended', facts: {} };
const appointment = (state: string, at: string): TimelineEntry => ({
  ...planned(),
  id: 'appointment-1',
  kind: 'appointment',
  at,
  facts: { state },
});

describe('what is still ahead', () => {
  it.each([
    { name: 'a followup of next week', entries: [planned()], count: 1 },
    { name: 'not one that is due today', entries: [planned({ dueAt: endOfToday })], count: 0 },
    {
      name: 'not one that was answered early',
      entries: [attempt({ result: 'reached' }), planned()],
      count: 0,
    },
    {
      name: 'one whose answer was taken back',
      entries: [attempt({ result: 'reached', undone: true }), planned()],
      count: 1,
    },
    {
      name: 'one that nobody answered yet',
      entries: [attempt({ result: 'no_answer' }), planned()],
      count: 1,
    },
    {
      name: 'one whose neighbour was answered',
      entries: [attempt({ result: 'reached', stepZh: '3天' }), planned()],
      count: 1,
    },
    { name: 'not one that was ended', entries: [ended, planned()], count: 0 },
    { name: 'a booked appointment', entries: [appointment('booked', '2026-03-12T01:00:00.000Z')], count: 1 },
    {
      name: 'not a cancelled one',
      entries: [appointment('cancelled', '2026-03-12T01:00:00.000Z')],
      count: 0,
    },
    { name: 'not one of the past', entries: [appointment('booked', '2026-03-01T01:00:00.000Z')], count: 0 },
  ])('$name', ({ entries, count }) => {
    expect(stillAhead(entries, endOfToday)).toHaveLength(count);
  });
});
