import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import { groupsOf } from './timeline-groups.ts';

describe('a timeline', () => {
  it('shows a call about two followups once, with what was heard about each', () => {
    const groups = groupsOf([
      anEntry('1', { facts: { callId: 'call', stepZh: '24小时内' } }),
      anEntry('2', { facts: { callId: 'call', stepZh: '次月10号前' } }),
      anEntry('3', { facts: { callId: 'another' } }),
    ]);

    expect(groups.map(({ entries }) => entries.map(({ id }) => id))).toEqual([['1', '2'], ['3']]);
  });

  it('shows once what was planned because of one event', () => {
    const planned = { kind: 'followup-planned', facts: { event: 'visit.closed' } } as const;

    expect(groupsOf([anEntry('1', planned), anEntry('2', planned)])).toHaveLength(1);
    expect(groupsOf([anEntry('1', planned), anEntry('2', { ...planned, at: later })])).toHaveLength(2);
    const ofMonth = { ...planned, facts: { event: 'month.closed' } };
    expect(groupsOf([anEntry('1', planned), anEntry('2', ofMonth)])).toHaveLength(2);
  });

  it('keeps two visits of one day apart', () => {
    const visit = { kind: 'visit', facts: {} } as const;

    expect(groupsOf([anEntry('1', visit), anEntry('2', visit)])).toHaveLength(2);
  });
});

const now = '2026-03-09T02:00:00.000Z';
const later = '2026-03-09T03:00:00.000Z';

function anEntry(id: string, entry: Partial<TimelineEntry>): TimelineEntry {
  return { id, kind: 'attempt', at: now, byName: '李娜', facts: {}, ...entry };
}
