import { describe, expect, it } from 'vitest';
import { below, newestFirst, readCursor, writeCursor } from './timeline.ts';
import type { TimelinePlace } from './timeline.ts';

const nine = '2026-03-12T01:00:00.000Z';
const ten = '2026-03-12T02:00:00.000Z';
const first = '00000000-0000-7000-8000-000000000001';
const second = '00000000-0000-7000-8000-000000000002';

describe('the order of a timeline', () => {
  it('is newest first, and of one moment the effect above its cause', () => {
    const visit: TimelinePlace = { at: nine, kind: 'visit', rowId: first };
    const planned: TimelinePlace = { at: nine, kind: 'followup-planned', rowId: first };
    const plannedToo: TimelinePlace = { at: nine, kind: 'followup-planned', rowId: second };
    const later: TimelinePlace = { at: ten, kind: 'created', rowId: first };

    expect([visit, plannedToo, later, planned].sort(newestFirst)).toEqual([
      later,
      plannedToo,
      planned,
      visit,
    ]);
  });

  it('goes on below a place without telling anything twice', () => {
    const place: TimelinePlace = { at: nine, kind: 'followup-planned', rowId: first };
    expect(below('visit', place)).toBe('with-moment');
    expect(below('followup-planned', place)).toBe('before-row');
    expect(below('attempt', place)).toBe('before-moment');
  });
});

describe('a cursor', () => {
  it('is read back as the place it stands for, and fits the contract', () => {
    const place: TimelinePlace = { at: nine, kind: 'followup-planned', rowId: first };
    expect(readCursor(writeCursor(place))).toEqual(place);
    expect(writeCursor(place).length).toBeLessThanOrEqual(80);
  });

  it.each(['', 'now', `${nine}_99_${first}`, `${nine}_1_x`, `2026-13-45T01:00:00.000Z_1_${first}`])(
    '%j is none of ours',
    (cursor) => {
      expect(readCursor(cursor)).toBeNull();
    },
  );
});
